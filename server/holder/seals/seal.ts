import type { OrganisationId } from '../../kernel/ids.ts'

/**
 * What a structure seals its passports with: its certificate (« cachet électronique ») and the private key that goes with
 * it. It is for the time of a print: nobody keeps it, logs it or sends it anywhere. A worker thread may be given one.
 */
export interface Seal {
  /** DER: the structure's own first, then who issued it, and so on towards the root. */
  readonly certificates: readonly Uint8Array<ArrayBuffer>[]
  readonly key: CryptoKey
  /** How the certificate names the structure. */
  readonly name: string
}

/**
 * The seal of a structure, when it has one that is valid now and may be shown; undefined otherwise, which is how it is
 * for most, and the passport goes out without. Never throws for a seal that does not open: the log says so,
 * once a day. Read from disk each time: one that is added or removed meanwhile counts at once.
 */
export type SealFor = (organisationId: OrganisationId) => Promise<Seal | undefined>
