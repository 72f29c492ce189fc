import { createHash } from 'node:crypto'
import {
  MAX_NAME_BYTES,
  MAX_SKILLS,
  MAX_STAYS,
  type CompactClaims,
  type CompactSkill,
  type CompactStay,
} from '../../vc/compact-proof/index.ts'
import { AUTONOMY_LEVELS, CEFR_LEVELS, type LevelCode } from '../achievements/index.ts'
import type { CompetenceContent, PassportContent } from '../credentials/index.ts'

const MS_A_DAY = 86_400_000
const DAYS_A_MONTH = 365.25 / 12

/** The codes of the competences that the proof of a passport has room for. */
export const codesToTell = (passport: PassportContent): string[] => chosen(passport).map(({ code }) => code)

/**
 * What the proof of a passport says: no more than its page does. Of more than sixteen competences the best confirmed and
 * highest ones, in the order of the page.
 */
export function stateClaims(passport: PassportContent, numbers: ReadonlyMap<string, number>): CompactClaims {
  return {
    code: passport.code,
    name: withinBytes(passport.holderName),
    issued: passport.issuedOn.slice(0, 7),
    stays: passport.stays.slice(0, MAX_STAYS).flatMap(toStay),
    skills: chosen(passport).flatMap((competence) => toSkill(competence, numbers)),
  }
}

/** The same for the same words, so that a kept proof is known to say them. */
export const claimsDigest = (claims: CompactClaims): string =>
  createHash('sha256').update(JSON.stringify(claims)).digest('base64url')

function chosen({ competences }: PassportContent): CompetenceContent[] {
  const told = competences.flatMap(({ competence }) => competence ?? [])
  const best = [...told.keys()]
    .sort((a, b) => weight(told[b]) - weight(told[a]) || a - b)
    .slice(0, MAX_SKILLS)
  return best.sort((a, b) => a - b).flatMap((at) => told[at] ?? [])
}

/** Confirmed before attested, then by how far up its own scale. */
function weight(competence: CompetenceContent | undefined): number {
  if (competence === undefined) return 0
  const { level, levelMax } = competence
  return (voiceOf(competence) === 'confirmed' ? 1 : 0) + rankOf(level) / (levelMax + 1)
}

function toSkill(
  competence: CompetenceContent,
  numbers: ReadonlyMap<string, number>,
): CompactSkill | readonly [] {
  const number = numbers.get(competence.code)
  const level = rankOf(competence.level)
  return number === undefined ? [] : { number, level, of: competence.levelMax, voice: voiceOf(competence) }
}

/** The host's word counts for the attested level when it gives that or a higher one. */
function voiceOf({ level, confirmedLevel }: CompetenceContent): CompactSkill['voice'] {
  return confirmedLevel !== undefined && rankOf(confirmedLevel) >= rankOf(level) ? 'confirmed' : 'attested'
}

/** 1 for the first level of its scale. */
const rankOf = (level: LevelCode): number =>
  1 +
  Math.max(
    AUTONOMY_LEVELS.findIndex((known) => known === level),
    CEFR_LEVELS.findIndex((known) => known === level),
  )

function toStay({
  hostCountry,
  startsOn,
  endsOn,
}: PassportContent['stays'][number]): CompactStay | readonly [] {
  if (!/^[A-Z]{2}$/.test(hostCountry)) return []
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / MS_A_DAY + 1
  // February is a whole month
  const months = days < 28 ? 0 : Math.max(1, Math.round(days / DAYS_A_MONTH))
  return { country: hostCountry, from: startsOn.slice(0, 7), months: Math.min(months, 255) }
}

/** A name as it is, or as much of it as there is room for and « … ». */
function withinBytes(name: string): string {
  const whole = name.toWellFormed()
  if (Buffer.byteLength(whole) <= MAX_NAME_BYTES) return whole
  let kept = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(whole)) {
    if (Buffer.byteLength(`${kept}${segment}…`) > MAX_NAME_BYTES) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
