import { AppError } from '../../kernel/errors.ts'
import {
  achievementObject,
  achievementUrl,
  findCompetence,
  resultDescriptionId,
  rubricLevelId,
  type Competence,
  type LevelCode,
  type ResultVoice,
} from '../achievements/index.ts'
import type { BuildContext, CompetenceAward } from './award.ts'
import type { Parts } from './build-credential.ts'
import { evidenceObject, observationEvidence, ownEvidenceId } from './evidence-objects.ts'
import { staySubject } from './mobility-parts.ts'
import { stayEvidence } from './stay-objects.ts'

/** A competence: one achievement, and one result for each voice that spoke. */
export function competenceParts(award: CompetenceAward, context: BuildContext): Parts {
  const { locale, mobility } = award
  const competence = findCompetence(award.competence)
  if (competence === undefined) throw new AppError('schema-mismatch')
  const achievementId = achievementUrl(context.publicUrl, competence.code, locale)
  const spoken = voicesOf(award, competence)
  const voices = spoken.map(({ voice }) => voice)
  return {
    name: competence.label[locale],
    subject: {
      ...(mobility === undefined ? {} : staySubject(mobility, context, locale)),
      achievement: achievementObject(competence, locale, context.publicUrl, voices),
      result: spoken.map(({ voice, level }) => ({
        type: ['Result'],
        resultDescription: resultDescriptionId(achievementId, voice),
        achievedLevel: rubricLevelId(achievementId, voice, level),
      })),
    },
    evidence: [
      ...observationEvidence(award, award.observation, context),
      ...(award.confirmed === undefined
        ? []
        : [
            {
              id: ownEvidenceId(context.id, 'confirmation'),
              ...evidenceObject({ name: award.confirmed.by, genre: 'Confirmation' }),
            },
          ]),
      ...(mobility === undefined ? [] : [stayEvidence(mobility, context.id, locale)]),
      ...(award.evidence ?? []).map(evidenceObject),
    ],
  }
}

/** Who said which level. A level that the competence does not have is never signed. */
function voicesOf(
  award: CompetenceAward,
  competence: Competence,
): { voice: ResultVoice; level: LevelCode }[] {
  const said: readonly (readonly [ResultVoice, LevelCode | undefined])[] = [
    ['attested', award.level],
    ['declared', award.declaredLevel],
    ['confirmed', award.confirmed?.level],
  ]
  return said.flatMap(([voice, level]) => {
    if (level === undefined) return []
    if (!competence.levels.some(({ code }) => code === level)) throw new AppError('schema-mismatch')
    return [{ voice, level }]
  })
}
