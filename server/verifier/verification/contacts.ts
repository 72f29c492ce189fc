import type { PublicTranslate } from '../../platform/i18n/index.ts'
import type { StructuresToday } from './structures-today.ts'
import { groupCode } from './verdict-words.ts'

/** Somebody who answers for the document. */
export interface Contact {
  readonly href: string
  readonly label: string
  /** Nobody of the structure is left: the platform answers for it. */
  readonly isPlatform: boolean
}

interface Reachable {
  readonly did?: string | undefined
  readonly organisation: string
  readonly email?: string | undefined
}

interface Answering {
  readonly organisation: string
  readonly email: string
  readonly isPlatform: boolean
}

/**
 * Links to write to each attesting structure that gave an address; to the issuer when none did. The address is today's:
 * that of the structure, or of the one that took it over; where nobody is left, the platform's.
 */
export function contactsOf(
  attestors: readonly Reachable[],
  issuer: Reachable,
  page: {
    readonly today: StructuresToday | undefined
    readonly platformContact: string | undefined
    readonly code: string | undefined
  },
  t: PublicTranslate,
): Contact[] {
  const answering = (some: readonly Reachable[]) => some.flatMap((one) => whoAnswers(one, page) ?? [])
  const known = answering(attestors)
  const reachable = known.length > 0 ? known : answering([issuer])
  const byAddress = new Map(reachable.map((one) => [one.email, one]))
  const subject = encodeURIComponent(t('verdict.mailSubject', { code: groupCode(page.code ?? '') }).trim())
  return [...byAddress].map(([email, { organisation, isPlatform }]) => ({
    href: `mailto:${email}?subject=${subject}`,
    isPlatform,
    label: isPlatform
      ? t('verdict.writeToPlatform')
      : byAddress.size === 1
        ? t('verdict.writeTo')
        : t('verdict.writeToOne', { organisation }),
  }))
}

function whoAnswers(
  { did, organisation, email }: Reachable,
  { today, platformContact }: Parameters<typeof contactsOf>[2],
): Answering | undefined {
  const answers = did === undefined ? undefined : today?.get(did)
  if (answers?.state === 'closed') return answering('', platformContact, true)
  return answers === undefined
    ? answering(organisation, email, false)
    : answering(answers.name, answers.contactEmail, false)
}

const answering = (
  organisation: string,
  email: string | undefined,
  isPlatform: boolean,
): Answering | undefined =>
  email !== undefined && isAddress(email) ? { organisation, email, isPlatform } : undefined

/** What may stand in a `mailto:` as it is (RFC 6068): nothing that could start a header or a parameter. */
const isAddress = (email: string): boolean => /^[\w.+-]+@[\w.-]+$/.test(email)
