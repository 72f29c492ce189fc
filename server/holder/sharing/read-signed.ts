import { readCredential, type CredentialContent } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import type { JsonObject } from '../../vc/index.ts'

/** What one of our signed credentials says, in the words of `language`. */
export const readSigned = (signed: string, language: Language): CredentialContent =>
  readCredential(JSON.parse(signed) as JsonObject, language)
