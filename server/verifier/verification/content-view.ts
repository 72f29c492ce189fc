import { competenceLines, langOf, type CompetenceLine } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicTranslate } from '../../platform/i18n/index.ts'
import { attestorViews, type Attestor } from './attestor-view.ts'
import { hostVoices, type HostVoiceView } from './host-voices.ts'
import { observationsOf, type Observation } from './observations.ts'
import type { ShownContent } from './read-content.ts'
import { sessionViews, type SessionView } from './session-view.ts'
import { stayWords, type StayWords } from './stay-words.ts'
import { unbroken } from './verdict-words.ts'
import type { VerifiedPage } from './verified-page.ts'

/** Lines on the first screen of a phone; the others unfold. */
const FIRST_LINES = 3

export interface ContentView {
  readonly holder: string
  /** Of what people wrote and we signed, where it is not the page's. */
  readonly lang?: Language
  readonly stays: readonly StayWords[]
  readonly skillsHeading: string
  readonly first: readonly CompetenceLine[]
  readonly others: readonly CompetenceLine[]
  readonly moreLabel: string
  readonly attestors: readonly Attestor[]
  /** Those of them whose training is known. */
  readonly grounded: readonly Attestor[]
  /** Hosts abroad that confirmed something. */
  readonly confirmers: readonly string[]
  /** What they say in their own words. */
  readonly hostVoices: readonly HostVoiceView[]
  readonly observations: readonly Observation[]
  readonly sessions: readonly SessionView[]
  readonly withdrawn: readonly { readonly title: string; readonly when: string }[]
  readonly withdrawnTitle: string
  readonly uncertain: readonly { readonly title: string; readonly why: string }[]
  readonly uncertainTitle: string
}

/** A passport's or credential's content, ready to read. */
export function contentView(
  content: ShownContent,
  t: PublicTranslate,
  language: Language,
  beside: Pick<VerifiedPage, 'today' | 'grounds'> = {},
): ContentView {
  const competences = competenceLines(content.competences, language)
  const attestors = attestorViews(content.attestations, beside, t, language)
  // a single line hidden behind "see the other one" would cost a tap for nothing
  const cut = competences.length <= FIRST_LINES + 1 ? competences.length : FIRST_LINES
  const others = competences.slice(cut)
  return {
    holder: content.holderName,
    ...langOf(content.written, language),
    stays: content.stays.map((stay) => stayWords(stay, t, language)),
    skillsHeading: t('verdict.skills', { holder: content.holderName }),
    first: competences.slice(0, cut),
    others,
    moreLabel: t('verdict.moreSkills', { count: others.length }),
    attestors,
    grounded: attestors.filter(({ grounds }) => grounds.length > 0),
    confirmers: [
      ...new Set([
        ...competences.flatMap(({ confirmedBy }) => confirmedBy ?? []),
        ...content.endorsements.map(({ host }) => host.name),
      ]),
    ],
    hostVoices: hostVoices(content.endorsements, { alone: content.stays.length === 0 }),
    observations: observationsOf(content, t, language),
    sessions: sessionViews(content.attendances, t, language),
    withdrawn: content.withdrawn.map(({ title, revokedAt }) => ({
      title,
      when:
        revokedAt === undefined
          ? t('verdict.withdrawn')
          : t('verdict.withdrawnOn', { date: unbroken(formatDate(language, revokedAt)) }),
    })),
    withdrawnTitle: t('verdict.withdrawnTitle', { count: content.withdrawn.length }),
    uncertain: content.uncertain.map(({ title, verdict }) => ({ title, why: t(`verdict.${verdict}.title`) })),
    uncertainTitle: t('verdict.pausedTitle', { count: content.uncertain.length }),
  }
}
