import type { Locale } from '../../server/kernel/locale.ts'
import type { JsonObject } from '../../server/vc/index.ts'

/** Everything a verification would ask the server, as it was when the kit was made. */
export interface KitData {
  /** UTC ISO instant: how old the status lists are. */
  readonly madeAt: string
  /** Our issuers: DID → DID document. */
  readonly issuers: Readonly<Record<string, JsonObject>>
  /** URL → signed list. */
  readonly statusLists: Readonly<Record<string, JsonObject>>
  /**
   * Digest of a document → when our register saw it signed: of the status lists, and of what was signed with keys that
   * were compromised since. The register's word is all that tells these documents from forgeries.
   */
  readonly witnessed: Readonly<Record<string, string>>
  /** Digests of documents that a newer one has taken the place of. */
  readonly superseded: readonly string[]
  readonly texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>
}

declare global {
  /** Set by `data.js`: a page opened from a file may load scripts, but may not fetch. */
  var passerelleKit: KitData | undefined
}
