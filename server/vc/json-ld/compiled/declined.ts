/**
 * Thrown inside this folder, and never out of it: the document is outside what is compiled, and the library is to read
 * it. The reason is for those who develop; it may quote a term, so it is not logged.
 */
export class Declined extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Declined'
  }
}

export function decline(reason: string): never {
  throw new Declined(reason)
}
