import type { CompactSkill, CompactVoice } from './compact-proof.ts'

const VOICES: readonly CompactVoice[] = ['declared', 'attested', 'confirmed']
const MAX_LEVELS = 8
/** Two groups of 7 bits. */
const MAX_NUMBER = 2 ** 14 - 1

/**
 * A competence in two bytes, as long as its number is below 128: the number in groups of 7 bits, the smallest first, a
 * high bit where another group follows; then voice (2 bits), levels there are less one (3), level less one (3).
 */
export function skillBytes({ number, level, of, voice }: CompactSkill): number[] {
  const bytes: number[] = []
  let rest = number
  for (; rest > 0x7f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80)
  return [...bytes, rest, (VOICES.indexOf(voice) << 6) | ((of - 1) << 3) | (level - 1)]
}

/** Whether a competence can be written down so. */
export const isSkill = ({ number, level, of, voice }: CompactSkill): boolean =>
  isWhole(number, 0, MAX_NUMBER) &&
  isWhole(of, 1, MAX_LEVELS) &&
  isWhole(level, 1, of) &&
  VOICES.includes(voice)

/** The competences in a byte string; undefined when it breaks off or says what no competence says. */
export function readSkills(bytes: Uint8Array): CompactSkill[] | undefined {
  const skills: CompactSkill[] = []
  for (let at = 0; at < bytes.length;) {
    let number = 0
    let shift = 0
    let group: number
    do {
      group = bytes[at++] ?? 0
      number |= (group & 0x7f) << shift
      shift += 7
    } while (group > 0x7f && shift < 14)
    const said = bytes[at++]
    const voice = VOICES[(said ?? 0xff) >> 6]
    if (said === undefined || voice === undefined || group > 0x7f) return undefined
    const skill = { number, level: (said & 7) + 1, of: ((said >> 3) & 7) + 1, voice }
    if (!isSkill(skill)) return undefined
    skills.push(skill)
  }
  return skills
}

const isWhole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to
