/**
 * A context or DID document that cannot be had now. Whoever verifies answers "cannot be decided now", never "forged".
 */
export class ResourceUnavailable extends Error {
  readonly url: string

  constructor(url: string, options?: ErrorOptions) {
    super(`cannot load ${url}`, options)
    this.name = 'ResourceUnavailable'
    this.url = url
  }
}
