import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { countryName, formatDate, type Translate } from '../../platform/i18n/index.ts'
import { fullName, type LearnerFile } from '../learners/index.ts'
import { ALPHA2_BY_ALPHA3 } from '../../kernel/country-codes.ts'
import { SIGNED_FIELDS } from './attested-stay.ts'
import { stayVersion } from './edit-mobility.ts'
import { OTHER } from './forms.ts'
import { FUNDERS, funderLabel } from './funders.ts'
import { SIGNATORIES, stayLengthInDays, type Mobility } from './mobility.ts'
import { PROGRAMMES } from './programmes.ts'
import { programmeLabel } from './recognise-programme.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

/** What a form came back with. */
export interface TypedStay {
  readonly typed: Readonly<Record<string, string>>
  readonly signatories: readonly string[]
  readonly problems: readonly FieldProblem[]
}

/** « Stage de menuiserie · Brême, Allemagne · du 30 mars au 19 juin 2026 ». */
export function staySummary(stay: Mobility, { locale, t }: Words) {
  const place = [stay.hostTown, countryName(locale, stay.hostCountry)].filter(Boolean).join(', ')
  return {
    id: stay.id,
    href: `/mobilities/${stay.id}`,
    what: stay.activity ?? programmeLabel(stay.programme, locale),
    programme: programmeLabel(stay.programme, locale),
    funder: stay.funder === null ? undefined : funderLabel(stay.funder, locale),
    host: stay.hostName,
    place,
    dates: t('stays.fromTo', {
      from: formatDate(locale, stay.startsOn),
      to: formatDate(locale, stay.endsOn),
    }),
    days: t('stays.days', { count: stayLengthInDays(stay) }),
    before: stay.departureObjectives !== null || stay.departureAgreedOn !== null,
    after: stay.returnSummary !== null || stay.returnTasks !== null,
  }
}

export interface StayPage {
  readonly file: LearnerFile
  /** Undefined for a new one. */
  readonly stay?: Mobility
  /** Sessions that attested it; a correction is made there. */
  readonly attestedIn?: readonly string[]
  readonly refused?: TypedStay
}

/** The page of a stay: what was agreed before, what it is, what came of it. */
export function stayModel({ file, stay, attestedIn = [], refused }: StayPage, words: Words) {
  const { t } = words
  const name = fullName(file.learner)
  const ticked = new Set<string>(refused?.signatories ?? stay?.departureSignatories ?? [])
  const [session] = attestedIn
  return {
    title: stay === undefined ? t('stays.newTitle') : t('stays.title', { name }),
    section: 'learners',
    name,
    isNew: stay === undefined,
    action: stay === undefined ? `/learners/${file.learner.id}/mobilities/new` : `/mobilities/${stay.id}`,
    back: `/learners/${file.learner.id}`,
    mayEdit: file.mayEdit,
    host: stay && `/mobilities/${stay.id}/host`,
    summary: stay && staySummary(stay, words),
    signed: session !== undefined,
    correction: session === undefined ? undefined : `/sessions/${session}/correct`,
    version: stay === undefined ? '' : stayVersion(stay),
    values: { ...valuesOf(stay), ...refused?.typed },
    locked: session === undefined || stay === undefined ? undefined : lockedFacts(stay, words),
    problems: refused?.problems ?? [],
    ...choices(ticked, words),
  }
}

/** What was signed is shown and sent as it is. */
function lockedFacts(stay: Mobility, { locale, t }: Words) {
  const said: Readonly<Record<(typeof SIGNED_FIELDS)[number], string | null>> = {
    programme: programmeLabel(stay.programme, locale),
    activity: stay.activity,
    hostName: stay.hostName,
    hostTown: stay.hostTown,
    hostCountry: countryName(locale, stay.hostCountry),
    startsOn: formatDate(locale, stay.startsOn),
    endsOn: formatDate(locale, stay.endsOn),
    returnSummary: stay.returnSummary,
  }
  return SIGNED_FIELDS.flatMap((field) => {
    const value = said[field]
    return value === null ? [] : [{ label: t(`stays.${field}`), value }]
  })
}

/**
 * What a form of a signed stay sent, with what was signed put back: the page does not offer those fields. One that is sent
 * all the same is kept, and refused by name.
 */
export function keepSigned(
  { stay, attestedIn = [] }: Pick<StayPage, 'stay' | 'attestedIn'>,
  body: unknown,
): unknown {
  if (stay === undefined || attestedIn.length === 0 || typeof body !== 'object') return body
  const known = valuesOf(stay)
  const signed = [...SIGNED_FIELDS, 'programmeOther'].map((field) => [field, known[field] ?? ''])
  return { ...Object.fromEntries(signed), ...body }
}

function valuesOf(stay: Mobility | undefined): Readonly<Record<string, string>> {
  if (stay === undefined) return {}
  const known = (code: string, codes: readonly { code: string }[]): boolean =>
    codes.some((one) => one.code === code)
  const programmeKnown = known(stay.programme, PROGRAMMES)
  const funder = stay.funder ?? ''
  const funderKnown = funder === '' || known(funder, FUNDERS)
  const plain = Object.entries(stay).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    ...Object.fromEntries(plain),
    programme: programmeKnown ? stay.programme : OTHER,
    programmeOther: programmeKnown ? '' : stay.programme,
    funder: funderKnown ? funder : OTHER,
    funderOther: funderKnown ? '' : funder,
  }
}

function choices(ticked: ReadonlySet<string>, { locale, t }: Words) {
  const other = { value: OTHER, label: t('stays.other') }
  return {
    programmes: [...PROGRAMMES.map(({ code, label }) => ({ value: code, label: label[locale] })), other],
    funders: [...FUNDERS.map(({ code, label }) => ({ value: code, label: label[locale] })), other],
    countries: countryChoices(locale),
    signatories: SIGNATORIES.map((role) => ({
      value: role,
      label: t(`stays.signatory-${role}`),
      ticked: ticked.has(role),
    })),
  }
}

const countriesOf = new Map<Locale, readonly { readonly value: string; readonly label: string }[]>()

/** Every country by its name in the reader's language. */
function countryChoices(locale: Locale) {
  const known = countriesOf.get(locale)
  if (known !== undefined) return known
  const made = [...ALPHA2_BY_ALPHA3.values()]
    .map((code) => ({ value: code, label: countryName(locale, code) }))
    .sort((left, right) => left.label.localeCompare(right.label, locale))
  countriesOf.set(locale, made)
  return made
}
