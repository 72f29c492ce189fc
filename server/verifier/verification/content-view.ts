import type { MobilityFacts } from '../../issuer/credentials/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { competenceViews, type CompetenceView } from './competence-view.ts'
import { attestorKey, type GroundsOfAuthority } from './grounds-of-authority.ts'
import { hostVoices, type HostVoiceView } from './host-voices.ts'
import type { ShownContent } from './read-content.ts'
import { stayWords, type StayWords } from './stay-words.ts'
import type { StructuresToday } from './structures-today.ts'
import type { VerifiedPage } from './verified-page.ts'

/** Lines on the first screen of a phone; the others unfold. */
const FIRST_LINES = 3

export interface ContentView {
  readonly holder: string
  readonly stays: readonly StayWords[]
  readonly skillsHeading: string
  readonly first: readonly CompetenceView[]
  readonly others: readonly CompetenceView[]
  readonly moreLabel: string
  readonly attestors: readonly Attestor[]
  /** Hosts abroad that confirmed something. */
  readonly confirmers: readonly string[]
  /** What they say in their own words. */
  readonly hostVoices: readonly HostVoiceView[]
  readonly observations: readonly Observation[]
  readonly detailed: readonly CompetenceView[]
  readonly sessions: readonly {
    readonly title: string
    readonly place?: string
    readonly dates: string
    /** « 3 demi-journées sur 4 », where they were noted. */
    readonly halfDays?: string
  }[]
  readonly withdrawn: readonly { readonly title: string; readonly when: string }[]
  readonly withdrawnTitle: string
  readonly uncertain: readonly { readonly title: string; readonly why: string }[]
  readonly uncertainTitle: string
}

/** What a trainer wrote, said once even where it stands in several credentials. */
export interface Observation {
  readonly text: string
  /** The competence it is about, when it is about one; the stay, when there are several. */
  readonly about?: string
  readonly by: string
}

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

/** A passport's or credential's content, ready to read. */
export function contentView(
  content: ShownContent,
  t: Translate,
  locale: Locale,
  beside: Pick<VerifiedPage, 'today' | 'grounds'> = {},
): ContentView {
  const competences = competenceViews(content.competences)
  // a single line hidden behind "see the other one" would cost a tap for nothing
  const cut = competences.length <= FIRST_LINES + 1 ? competences.length : FIRST_LINES
  const others = competences.slice(cut)
  return {
    holder: content.holderName,
    stays: content.stays.map((stay) => stayWords(stay, t, locale)),
    skillsHeading: t('verdict.skills', { holder: content.holderName }),
    first: competences.slice(0, cut),
    others,
    moreLabel: t('verdict.moreSkills', { count: others.length }),
    attestors: content.attestations.map((attestation) => ({
      ...attestation,
      ...todayWords(attestation, beside.today, t),
      grounds: groundWords(attestation, beside.grounds, t, locale),
    })),
    confirmers: [
      ...new Set([
        ...competences.flatMap(({ confirmedBy }) => confirmedBy ?? []),
        ...content.endorsements.map(({ host }) => host.name),
      ]),
    ],
    hostVoices: hostVoices(content.endorsements, { alone: content.stays.length === 0 }),
    observations: observationsOf(content, t, locale),
    detailed: competences,
    sessions: content.attendances.flatMap(({ title, session }) =>
      session === undefined
        ? []
        : [
            {
              title: session.title === '' ? title : session.title,
              ...(session.place === undefined ? {} : { place: session.place }),
              dates: sessionDates(session, t, locale),
              ...(session.halfDays === undefined
                ? {}
                : {
                    halfDays: t('attendance.tally', {
                      count: session.halfDays.attended,
                      of: session.halfDays.of,
                    }),
                  }),
            },
          ],
    ),
    withdrawn: content.withdrawn.map(({ title, revokedAt }) => ({
      title,
      when:
        revokedAt === undefined
          ? t('verdict.withdrawn')
          : t('verdict.withdrawnOn', { date: formatDate(locale, revokedAt).replaceAll(' ', '\u00a0') }),
    })),
    withdrawnTitle: t('verdict.withdrawnTitle', { count: content.withdrawn.length }),
    uncertain: content.uncertain.map(({ title, verdict }) => ({ title, why: t(`verdict.${verdict}.title`) })),
    uncertainTitle: t('verdict.pausedTitle', { count: content.uncertain.length }),
  }
}

/** The name it was signed with stays; beside it, what the structure is called now. */
function todayWords(
  { did, organisation }: Pick<Attestor, 'did' | 'organisation'>,
  today: StructuresToday | undefined,
  t: Translate,
): Pick<Attestor, 'today'> {
  const answers = today?.get(did)
  if (answers?.state === 'closed') return { today: t('structures.todayClosed') }
  if (answers === undefined || answers.name === organisation) return {}
  return { today: t('structures.today', { name: answers.name }) }
}

function groundWords(
  { did, official }: Pick<Attestor, 'did' | 'official'>,
  grounds: GroundsOfAuthority | undefined,
  t: Translate,
  locale: Locale,
): string[] {
  return (grounds?.get(attestorKey(did, official)) ?? []).map(({ title, provider, completedOn }) =>
    t('trainings.ground', { title, provider, date: formatDate(locale, completedOn, 'month') }),
  )
}

function observationsOf(content: ShownContent, t: Translate, locale: Locale): Observation[] {
  const byText = new Map<string, Observation>()
  // what is said of the person as a whole is signed with the stay, and comes first
  for (const { observation, attestedBy, issuer, competence, mobility } of [
    ...content.mobilities,
    ...content.competences,
  ]) {
    if (observation === undefined || observation === '') continue
    const by = t('verdict.observedBy', { official: attestedBy, organisation: issuer.name })
    const stay = mobility !== undefined && content.stays.length > 1 ? placeOf(mobility, t, locale) : undefined
    const about = byText.has(observation) ? undefined : (competence?.label ?? stay)
    byText.set(observation, { text: observation, by, ...(about === undefined ? {} : { about }) })
  }
  return [...byText.values()]
}

function placeOf(stay: MobilityFacts, t: Translate, locale: Locale): string {
  const { host, place, months } = stayWords(stay, t, locale)
  return [host, place, months].filter(Boolean).join(', ')
}

function sessionDates(session: { startsOn: string; endsOn: string }, t: Translate, locale: Locale): string {
  const start = formatDate(locale, session.startsOn)
  const end = formatDate(locale, session.endsOn)
  return start === end ? start : t('verdict.fromTo', { start, end })
}
