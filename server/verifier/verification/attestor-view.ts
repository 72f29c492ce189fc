import type { PassportContent } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicTranslate } from '../../platform/i18n/index.ts'
import { attestorKey } from './grounds-of-authority.ts'
import type { VerifiedPage } from './verified-page.ts'

export interface Attestor {
  readonly did: string
  readonly organisation: string
  /** « aujourd’hui : … », where the structure has another name, a successor, or is closed. */
  readonly today?: string
  readonly official: string
  /** What they were trained in: why their word counts. */
  readonly grounds: readonly string[]
  readonly email?: string
}

/** Who attests: under the name it was signed with, and why their word is worth something. */
export function attestorViews(
  attestations: PassportContent['attestations'],
  beside: Pick<VerifiedPage, 'today' | 'grounds'>,
  t: PublicTranslate,
  language: Language,
): Attestor[] {
  return attestations.map((attestation) => ({
    ...attestation,
    ...todayWords(attestation, beside.today, t),
    grounds: groundWords(attestation, beside.grounds, t, language),
  }))
}

/** The name it was signed with stays; beside it, what the structure is called now. */
function todayWords(
  { did, organisation }: Pick<Attestor, 'did' | 'organisation'>,
  today: VerifiedPage['today'],
  t: PublicTranslate,
): Pick<Attestor, 'today'> {
  const answers = today?.get(did)
  if (answers?.state === 'closed') return { today: t('verdict.todayClosed') }
  if (answers === undefined || answers.name === organisation) return {}
  return { today: t('verdict.today', { name: answers.name }) }
}

function groundWords(
  { did, official }: Pick<Attestor, 'did' | 'official'>,
  grounds: VerifiedPage['grounds'],
  t: PublicTranslate,
  language: Language,
): string[] {
  return (grounds?.get(attestorKey(did, official)) ?? []).map(({ title, provider, completedOn }) =>
    t('verdict.ground', { title, provider, date: formatDate(language, completedOn, 'month') }),
  )
}
