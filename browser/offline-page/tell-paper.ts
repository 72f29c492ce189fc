import type {
  CompactClaims,
  CompactResult,
  CompactSkill,
  CompactStay,
  SkillNames,
} from '../../server/vc/compact-proof/index.ts'
import type { Say } from '../parts/words.ts'
import { countryIn, instantIn, monthIn, monthsIn } from './formats.ts'

/** What this device says of a paper, ready to be put on the page. */
export interface ToldPaper {
  readonly verdict: Judged['verdict']
  readonly tone: 'green' | 'amber' | 'slate' | 'red'
  readonly title: string
  readonly sentence: string
  readonly because: string
  /** Which voice spoke. */
  readonly voice: string
  /** How old the keys and withdrawals are; empty without any. */
  readonly known: string
  /** Said when they are too old; else empty. */
  readonly old: string
  readonly proves: string
  readonly notProves: string
  readonly next: string
  readonly content?: ToldContent
  /** The content is there, but not all of it stands today: it is not read unasked. */
  readonly folded: boolean
}

export interface ToldContent {
  readonly holder: string
  readonly stays: readonly string[]
  readonly skills: readonly ToldSkill[]
  readonly issuer: string
  readonly email: string
  readonly signed: string
}

export interface ToldSkill {
  readonly name: string
  readonly level: number
  readonly of: number
  readonly words: string
  readonly voice: CompactSkill['voice']
}

/** A result of {@link CompactResult}, or a paper that this device cannot judge without the server. */
export interface Judged extends Omit<CompactResult, 'verdict' | 'reason'> {
  readonly verdict: CompactResult['verdict']
  readonly reason?: CompactResult['reason'] | 'no-digits' | 'no-keys'
}

/** What a paper's verdict is told with. */
export interface Around {
  readonly say: Say
  readonly language: string
  readonly names: SkillNames
  /** When the keys and withdrawals were known; undefined when there are none. */
  readonly knownAt: Date | undefined
  readonly now: Date
}

const TONES: Readonly<Record<Judged['verdict'], ToldPaper['tone']>> = {
  verified: 'green',
  'not-yet-valid': 'amber',
  suspended: 'amber',
  superseded: 'amber',
  revoked: 'red',
  'not-authentic': 'red',
  'unverifiable-now': 'slate',
}
/** Of what was withdrawn or is on hold nothing is told, as on the server's page. */
const OPEN: readonly Judged['verdict'][] = ['verified', 'not-yet-valid', 'superseded']

const DAY_MS = 86_400_000
const MAX_DAYS = 30

export function tellPaper(judged: Judged, around: Around): ToldPaper {
  const { reason, claims, key } = judged
  // a code that was misread, or a link cut on its way, speaks against nobody
  const verdict = reason === 'not-readable' ? 'unverifiable-now' : judged.verdict
  const { say, language, knownAt, now } = around
  const when = knownAt === undefined ? '' : instantIn(language, knownAt)
  const month = claims === undefined ? '' : monthIn(language, claims.issued)
  const blanks = {
    issuer: key?.issuer ?? '',
    holder: claims?.name ?? say('verdict.somebody'),
    month,
    date: month,
    when,
  }
  const cause = reason === 'key-compromised' ? 'compromised' : verdict
  const spoken = (name: string): string =>
    say(`phone.here.${cause}.${name}`, blanks) || say(`verdict.${cause}.${name}`, blanks)
  const needsNetwork = reason === 'no-digits'
  const isOld = knownAt !== undefined && now.getTime() - knownAt.getTime() > MAX_DAYS * DAY_MS
  return {
    verdict,
    tone: TONES[verdict],
    title: needsNetwork ? say('phone.here.network.title') : spoken('title'),
    sentence: needsNetwork ? say('phone.here.network.sentence') : spoken('sentence'),
    because: say(`phone.here.${BECAUSE[reason ?? ''] ?? ''}`),
    voice: say(verdict === 'unverifiable-now' ? 'phone.hereNot' : 'phone.here'),
    known: when === '' ? '' : say('phone.known', { when }),
    old: isOld ? say('phone.old') : '',
    proves: spoken('proves'),
    notProves: spoken('notProves'),
    next: verdict === 'unverifiable-now' ? say('phone.here.next') : spoken('next'),
    folded: verdict === 'superseded',
    ...(claims === undefined || key === undefined || !OPEN.includes(verdict)
      ? {}
      : { content: tellContent(claims, key, month, around) }),
  }
}

/** Reasons that say more than their verdict does: keys of `phone.here.*`. */
const BECAUSE: Readonly<Record<string, string>> = {
  'key-unknown': 'key-unknown',
  'no-keys': 'no-keys',
  'trust-not-readable': 'no-keys',
  'no-ed25519': 'cannot',
  'not-readable': 'not-readable',
  'other-code': 'other-code',
}

function tellContent(
  { name, stays, skills }: CompactClaims,
  { issuer, email = '' }: { readonly issuer: string; readonly email?: string },
  month: string,
  { say, language, names }: Around,
): ToldContent {
  return {
    holder: name,
    stays: stays.map((stay) => tellStay(stay, say, language)),
    skills: skills.map((skill) => tellSkill(skill, names, say)),
    issuer,
    // what may stand in a mailto: as it is
    email: /^[\w.+-]+@[\w.-]+$/.test(email) ? email : '',
    signed: say('phone.signedBy', { month }),
  }
}

const tellStay = ({ country, from, months }: CompactStay, say: Say, language: string): string =>
  [
    countryIn(language, country),
    months === 0 ? say('phone.underMonth') : monthsIn(language, months),
    monthIn(language, from),
  ].join(' · ')

/** In the words of the list on this device; by its number where that list is older than the paper. */
function tellSkill({ number, level, of, voice }: CompactSkill, names: SkillNames, say: Say): ToldSkill {
  const known = names[number]
  return {
    name: known?.name ?? say('phone.unnamedSkill', { number }),
    level,
    of,
    words: known?.levels[level - 1] ?? say('phone.level', { level, of }),
    voice,
  }
}
