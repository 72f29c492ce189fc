import { AppError } from '../../kernel/errors.ts'
import { translator } from '../../platform/i18n/index.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../vc/index.ts'
import { resultDescriptionId, rubricLevelId } from '../achievements/index.ts'
import type { CompetenceAward } from './award.ts'
import { evidenceObject, ownEvidenceId } from './evidence-objects.ts'
import type { SignedCredential } from './signed-shape.ts'

/** The host's level and name, or null for a host who says nothing of it any more. */
type Confirmed = NonNullable<CompetenceAward['confirmed']> | null

/**
 * The subject of a signed competence with the host's voice in it, or without. Its levels are those of the trainer's voice
 * as they were signed, described there once: the same credential signed today would read the same.
 */
export function confirmedSubject(
  subject: JsonObject,
  read: SignedCredential,
  confirmed: Confirmed,
): JsonObject {
  const { achievement } = subject
  if (!isJsonObject(achievement)) throw new AppError('schema-mismatch')
  const { id, inLanguage } = read.credentialSubject.achievement
  const own = resultDescriptionId(id, 'confirmed')
  const descriptions = asList(achievement['resultDescription']).filter(withoutId('id', own))
  const results = asList(subject['result']).filter(withoutId('resultDescription', own))
  if (confirmed === null)
    return { ...subject, achievement: { ...achievement, resultDescription: descriptions }, result: results }
  const attested = descriptions.find(
    (one) => isJsonObject(one) && one['id'] === resultDescriptionId(id, 'attested'),
  )
  if (!isJsonObject(attested)) throw new AppError('schema-mismatch')
  const levels = asList(attested['rubricCriterionLevel']).filter(isJsonObject)
  if (!levels.some(({ level }) => level === confirmed.level)) throw new AppError('schema-mismatch')
  const description: JsonObject = {
    ...attested,
    id: own,
    name: translator(inLanguage)('achievements.result-confirmed'),
    rubricCriterionLevel: levels.map(({ description: _told, ...level }) => ({
      ...level,
      id: rubricLevelId(id, 'confirmed', typeof level['level'] === 'string' ? level['level'] : ''),
    })),
  }
  const result: JsonObject = {
    type: ['Result'],
    resultDescription: own,
    achievedLevel: rubricLevelId(id, 'confirmed', confirmed.level),
  }
  return {
    ...subject,
    achievement: { ...achievement, resultDescription: [...descriptions, description] },
    result: [...results, result],
  }
}

/** Who confirms, after what the trainer saw. */
export function confirmedEvidence(
  evidence: readonly JsonValue[],
  credentialId: string,
  confirmed: Confirmed,
): JsonValue[] {
  const id = ownEvidenceId(credentialId, 'confirmation')
  const others = evidence.filter(withoutId('id', id))
  if (confirmed === null) return others
  const told = { id, ...evidenceObject({ name: confirmed.by, genre: 'Confirmation' }) }
  const observation = ownEvidenceId(credentialId, 'observation')
  const after = others.findIndex((one) => isJsonObject(one) && one['id'] === observation) + 1
  return [...others.slice(0, after), told, ...others.slice(after)]
}

const withoutId =
  (key: string, id: string) =>
  (one: JsonValue): boolean =>
    !isJsonObject(one) || one[key] !== id
