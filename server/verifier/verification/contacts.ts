import type { Translate } from '../../platform/i18n/index.ts'
import { groupCode } from './verdict-words.ts'

/** Somebody who answers for the document. */
export interface Contact {
  readonly href: string
  readonly label: string
}

interface Reachable {
  readonly organisation: string
  readonly email?: string | undefined
}

/** Links to write to each attesting structure that gave an address; to the issuer when none did. */
export function contactsOf(
  attestors: readonly Reachable[],
  issuer: Reachable,
  code: string | undefined,
  t: Translate,
): Contact[] {
  const known = attestors.filter(({ email }) => isAddress(email))
  const reachable = known.length > 0 ? known : [issuer].filter(({ email }) => isAddress(email))
  const byAddress = new Map(reachable.map(({ email, organisation }) => [email ?? '', organisation]))
  const subject = encodeURIComponent(t('verdict.mailSubject', { code: groupCode(code ?? '') }).trim())
  return [...byAddress].map(([email, organisation]) => ({
    href: `mailto:${email}?subject=${subject}`,
    label: byAddress.size === 1 ? t('verdict.writeTo') : t('verdict.writeToOne', { organisation }),
  }))
}

/** What may stand in a `mailto:` as it is (RFC 6068): nothing that could start a header or a parameter. */
function isAddress(email: string | undefined): boolean {
  return email !== undefined && /^[\w.+-]+@[\w.-]+$/.test(email)
}
