import type { MobilityFacts, PassportContent } from '../../issuer/credentials/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { awardingBody, session, stay, type Twice } from './activities.ts'
import { awarded, part } from './agents.ts'
import { escoSkill } from './concepts.ts'
import type { EscoSkills } from './read-esco.ts'
import { languageMap, ours, textsOf, type Texts } from './words.ts'

/** A passport, read in both languages. */
export interface ReadPassport {
  readonly fr: PassportContent
  readonly en: PassportContent
}

/**
 * What the person may claim: a learning achievement for each competence, each with the stay it was shown in, then the stays and
 * training sessions that no competence tells.
 */
export function claimsOf(passport: ReadPassport, skills: EscoSkills): JsonObject[] {
  const competences = twice(passport, 'competences')
  const told = new Set(competences.flatMap(({ fr }) => (fr.mobility ? [stayKey(fr.mobility)] : [])))
  return [
    ...competences.map((competence) => achievement(competence, skills)),
    ...twice(passport, 'mobilities')
      .filter(({ fr }) => fr.mobility !== undefined && !told.has(stayKey(fr.mobility)))
      .flatMap((mobility) => stay(mobility)),
    ...twice(passport, 'attendances').flatMap((attendance) => session(attendance)),
  ]
}

function twice({ fr, en }: ReadPassport, kind: 'competences' | 'mobilities' | 'attendances'): Twice[] {
  return fr[kind].flatMap((one) => {
    const other = en[kind].find(({ url }) => url === one.url)
    return other === undefined ? [] : [{ fr: one, en: other }]
  })
}

const stayKey = ({ startsOn, hostCountry }: MobilityFacts): string => `${startsOn} ${hostCountry}`

function achievement(both: Twice, skills: EscoSkills): JsonObject {
  const { fr: content, en } = both
  const id = part(content.url, 'achievement')
  const [competence, other] = [content.competence, en.competence]
  if (competence === undefined || other === undefined) throw new Error('a competence credential has one')
  const title = languageMap(textsOf([competence.language, competence.label], [other.language, other.label]))
  const esco = skills.get(content.url) ?? []
  return {
    id,
    type: 'LearningAchievement',
    title,
    description: languageMap(
      textsOf([competence.language, competence.description], [other.language, other.description]),
    ),
    awardedBy: awarded(id, awardingBody(content), content.awardedOn),
    provenBy: [assessment(both, id)],
    ...(content.mobility === undefined ? {} : { influencedBy: stay(both) }),
    specifiedBy: {
      id: part(id, 'specification'),
      type: 'LearningAchievementSpecification',
      title,
      learningOutcome: [
        {
          id: part(id, 'outcome'),
          type: 'LearningOutcome',
          title,
          ...(esco.length === 0
            ? {}
            : {
                relatedESCOSkill: esco.map(({ uri, name }) => ({
                  ...escoSkill(uri),
                  prefLabel: languageMap({ [content.locale]: name }),
                })),
              }),
        },
      ],
    },
    ...otherVoices(both, id),
  }
}

/** The attested level alone is an assessment: what others say beside it is no grade that anybody awards. */
function assessment({ fr: content, en }: Twice, of: string): JsonObject {
  const id = part(of, 'assessment')
  const levels = [content.competence, en.competence].flatMap((read) =>
    read === undefined ? [] : [[read.levelLanguage, read.levelLabel] as const],
  )
  return {
    id,
    type: 'LearningAssessment',
    title: languageMap(ours((t) => t('europass.level'))),
    awardedBy: awarded(id, awardingBody(content), content.awardedOn),
    grade: note(id, 'grade', textsOf(...levels)),
  }
}

/** What the person declares and what the host confirms, each as a note of its own: the three voices are never mixed. */
function otherVoices({ fr, en }: Twice, of: string): JsonObject {
  const saidIn = { fr: fr.competence, en: en.competence }
  const declared = ours((t, locale) => {
    const level = saidIn[locale]?.declaredLabel
    return level === undefined ? '' : t('europass.declared', { level })
  })
  const confirmed = ours((t, locale) => {
    const { confirmedLabel: level, confirmedBy: name } = saidIn[locale] ?? {}
    if (level === undefined) return ''
    return name === undefined
      ? t('europass.confirmedThere', { level })
      : t('europass.confirmed', { level, name })
  })
  const notes = [
    ...(declared.fr === '' ? [] : [note(of, 'declared', declared)]),
    ...(confirmed.fr === '' ? [] : [note(of, 'confirmed', confirmed)]),
  ]
  return notes.length === 0 ? {} : { additionalNote: notes }
}

const note = (of: string, name: string, text: Texts): JsonObject => ({
  id: part(of, name),
  type: 'Note',
  noteLiteral: languageMap(text),
})
