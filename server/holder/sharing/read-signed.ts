import { readCredential, type CredentialContent } from '../../issuer/credentials/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { JsonObject } from '../../vc/index.ts'

/** What one of our signed credentials says, in the words of `locale`. */
export const readSigned = (signed: string, locale: Locale): CredentialContent =>
  readCredential(JSON.parse(signed) as JsonObject, locale)
