import {
  asList,
  describeDocument,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Verdict,
  type VerificationResult,
} from '../../server/vc/index.ts'

export type Voice = 'declared' | 'attested' | 'confirmed'

/** A level as one voice said it. */
export interface Said {
  readonly voice: Voice
  readonly level: string
  readonly max: number
  readonly words: string
}

export interface Skill {
  readonly name: string
  readonly said: readonly Said[]
}

/** What an authentic document tells, in the words that were signed. */
export interface Told {
  readonly title: string
  readonly holder: string
  readonly issuer: string
  readonly validFrom: string
  readonly validUntil: string
  readonly skills: readonly Skill[]
  /** Stays and sessions. */
  readonly others: readonly string[]
  /** Who attests: structures, the named person first. */
  readonly attestors: readonly string[]
  /** Parts that do not stand, with their own verdict. */
  readonly fallen: readonly { readonly title: string; readonly verdict: Verdict }[]
}

/** Reads an Open Badge, or a passport of several, whose proof holds. */
export function tellDocument(document: JsonObject, result: VerificationResult): Told {
  const members = result.members ?? [{ credential: document, verdict: 'verified' as const }]
  const standing = members
    .filter(({ verdict }) => verdict === 'verified' || verdict === 'issuer-unknown')
    .map(({ credential }) => credential)
  const {
    title = '',
    holderName = '',
    issuerName,
    validFrom = '',
    validUntil = '',
  } = describeDocument(document)
  return {
    title,
    holder: holderName,
    issuer: issuerName,
    validFrom,
    validUntil,
    skills: standing.flatMap(skillOf),
    others: standing.filter((member) => skillOf(member).length === 0).map((member) => text(member['name'])),
    attestors: [...new Set(standing.map(attestorOf))].sort((a, b) => a.localeCompare(b)),
    fallen: members
      .filter(({ credential }) => !standing.includes(credential))
      .map(({ credential, verdict }) => ({ title: text(credential['name']), verdict })),
  }
}

const VOICES: readonly Voice[] = ['attested', 'confirmed', 'declared']

function skillOf(credential: JsonObject): Skill[] {
  const subject = firstObject(credential['credentialSubject'])
  const achievement = firstObject(subject['achievement'])
  if (achievement['achievementType'] !== 'Competency') return []
  const results = objects(subject['result'])
  const descriptions = objects(achievement['resultDescription'])
  const said = VOICES.flatMap((voice): Said[] => {
    const description = descriptions.find(({ id }) => text(id).endsWith(`#${voice}`))
    const levels = objects(description?.['rubricCriterionLevel'])
    const reached = results.find(({ resultDescription }) => resultDescription === description?.['id'])
    const level = levels.find(({ id }) => id === reached?.['achievedLevel'])
    if (level === undefined) return []
    // a level that a holder wrote twice is still one level
    const max = new Set(levels.map(({ id }) => id)).size
    return [{ voice, level: text(level['level']), max, words: text(level['name']) }]
  })
  return [{ name: text(achievement['name']) || text(credential['name']), said }]
}

function attestorOf(credential: JsonObject): string {
  const official = text(firstObject(credential['issuer'])['official'])
  return [official, describeDocument(credential).issuerName].filter((part) => part !== '').join(', ')
}

const objects = (value: JsonValue | undefined): JsonObject[] => asList(value).filter(isJsonObject)
const firstObject = (value: JsonValue | undefined): JsonObject => objects(value)[0] ?? {}

const MAX_SHOWN = 300

/** A text, or the first of a set of language values (VCDM 2.0, 11.1), cut to what a page can show. */
function text(value: JsonValue | undefined): string {
  const [first] = asList(value)
  const found = isJsonObject(first) ? first['@value'] : first
  return typeof found === 'string' ? found.slice(0, MAX_SHOWN) : ''
}
