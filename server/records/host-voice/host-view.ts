import { competenceIn, levelIn, type Competence } from '../../issuer/achievements/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import { countryName, formatDate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { levelField } from './forms.ts'
import { NAME_MAX, SENTENCE_MAX, type ClosedLink, type HostAnswer } from './host-request.ts'
import type { OpenedLink } from './open-link.ts'
import type { HostPhrase, HostSpeech } from './phrases.ts'

/** A form that could not be taken as it was typed. */
export interface TypedAnswer {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** The one page of questions. */
export function questionsModel(
  opened: OpenedLink,
  speech: HostSpeech,
  {
    competences,
    refused,
  }: { readonly competences: readonly Competence[]; readonly refused?: TypedAnswer | undefined },
) {
  const { say } = speech
  const words = wordsOf(opened)
  const values = refused?.typed ?? valuesOf(opened)
  const problems = (refused?.problems ?? []).map((problem) => inWords(problem, speech))
  const { tutorName } = opened.request
  const tutor = opened.answer?.tutorName ?? tutorName
  return {
    title: say('title'),
    pageClass: 'narrow',
    action: `/h/${opened.code}?lang=${speech.language}`,
    intro: tutor ? say('introNamed', { ...words, tutor }) : say('intro', words),
    ask: say('ask', words),
    promise: say('promise', words),
    stay: stayModel(opened, speech),
    values,
    datesYes: values['dates'] === 'yes',
    datesNo: values['dates'] === 'no',
    named: values['named'] === 'yes',
    sentenceHint: say('sentenceHint', { max: SENTENCE_MAX }),
    limits: { sentence: SENTENCE_MAX, name: NAME_MAX },
    competences: competences.map((competence) => competenceModel(competence, values, speech)),
    problems,
    problemsTitle: say('problemsTitle', { count: problems.length }),
    problemOf: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
    again: opened.answer !== undefined,
  }
}

/** What becomes of the answer, the answer itself, and what may still be done about it. */
export function thanksModel(
  opened: OpenedLink,
  speech: HostSpeech,
  answer: HostAnswer,
  competences: readonly Competence[],
) {
  const { say, language } = speech
  const words = wordsOf(opened)
  const day = (value: string): string => formatDate(language, value)
  return {
    title: say('thanksTitle'),
    pageClass: 'narrow',
    text: say('thanksText', words),
    next: say(opened.signed ? 'thanksSigned' : 'thanksWaits', words),
    until: opened.mayAnswer ? say('thanksUntil', words) : undefined,
    answeredOn: say('answeredOn', { date: day(answer.updatedAt) }),
    correct: opened.mayAnswer ? `/h/${opened.code}?lang=${language}&correct=1` : undefined,
    takeBack: `/h/${opened.code}/take-back?lang=${language}`,
    answer: {
      dates: say('fromTo', { from: day(answer.startsOn), to: day(answer.endsOn) }),
      levels: competences.flatMap((competence) => {
        const level = competence.levels.find(({ code }) => code === answer.levels[competence.code])
        return level === undefined
          ? []
          : [
              {
                label: competenceIn(language, competence).label,
                code: level.code,
                max: competence.levels.length,
                words: levelIn(language, competence, level.code),
              },
            ]
      }),
      sentence: answer.sentence,
      who: [answer.tutorName, answer.tutorRole].filter(Boolean).join(', '),
      language: answer.language,
    },
  }
}

/** The page that asks before an answer is taken back. */
export const takeBackModel = ({ code }: OpenedLink, { say, language }: HostSpeech) => ({
  title: say('takeBackTitle'),
  pageClass: 'narrow',
  action: `/h/${code}/take-back?lang=${language}`,
  back: `/h/${code}?lang=${language}`,
})

/** The page after an answer was taken back. */
export const takenBackModel = ({ code }: OpenedLink, { say, language }: HostSpeech) => ({
  title: say('takenBackTitle'),
  pageClass: 'narrow',
  again: `/h/${code}?lang=${language}`,
})

/** A link that opens nothing: what happened, and what to do. */
export function closedModel(state: ClosedLink | 'unknown', { say }: HostSpeech) {
  return {
    title: say(`${state}Title`),
    text: say(`${state}Text`),
    pageClass: 'narrow',
    unknown: state === 'unknown',
  }
}

export const typeCodeModel = ({ say }: HostSpeech, refused: boolean, code: string) => ({
  title: say('typeTitle'),
  pageClass: 'narrow',
  refused,
  code,
})

const wordsOf = ({ question }: OpenedLink) => ({
  learner: fullName(question.learner),
  organisation: question.structure.name,
})

function stayModel({ question: { stay, learner } }: OpenedLink, { language, say }: HostSpeech) {
  const day = (value: string): string => formatDate(language, value)
  return {
    learner: fullName(learner),
    host: stay.hostName,
    activity: stay.activity,
    place: [stay.hostTown, countryName(language, stay.hostCountry)].filter(Boolean).join(', '),
    dates: say('fromTo', { from: day(stay.startsOn), to: day(stay.endsOn) }),
  }
}

/** What the form shows: what was answered before, nothing at all the first time but the name they were asked by. */
function valuesOf({ answer, question: { stay }, request }: OpenedLink): Readonly<Record<string, string>> {
  if (answer === undefined) return { tutorName: request.tutorName ?? '' }
  const same = answer.startsOn === stay.startsOn && answer.endsOn === stay.endsOn
  return {
    dates: same ? 'yes' : 'no',
    startsOn: same ? '' : answer.startsOn,
    endsOn: same ? '' : answer.endsOn,
    sentence: answer.sentence ?? '',
    tutorName: answer.tutorName,
    tutorRole: answer.tutorRole ?? '',
    named: answer.namedAt === null ? '' : 'yes',
    ...Object.fromEntries(Object.entries(answer.levels).map(([code, level]) => [levelField(code), level])),
  }
}

function competenceModel(
  competence: Competence,
  values: Readonly<Record<string, string>>,
  { language }: HostSpeech,
) {
  const field = levelField(competence.code)
  const { label, description, language: wordsIn } = competenceIn(language, competence)
  return {
    field,
    id: `level-${competence.code}`,
    label,
    description,
    wordsIn,
    options: competence.levels.map(({ code }) => ({
      value: code,
      label: levelIn(language, competence, code),
      selected: values[field] === code,
    })),
  }
}

/** A problem in the reader's language, beside its field. */
function inWords(
  problem: FieldProblem,
  { say }: HostSpeech,
): { field: string; anchor: string; text: string } {
  const { field } = problem
  const max = field === 'sentence' ? SENTENCE_MAX : NAME_MAX
  const anchor = field.startsWith('level:') ? field.replace('level:', 'level-') : `field-${field}`
  return { field, anchor, text: say(phraseOf(problem), { max }) }
}

function phraseOf({ field, message }: FieldProblem): HostPhrase {
  if (message === 'fields.tooLong') return 'problemTooLong'
  if (message === 'fields.malformed') return 'problemMalformed'
  if (message === 'fields.endBeforeStart') return 'problemOrder'
  if (field === 'dates') return 'problemDates'
  if (field === 'tutorName') return 'problemName'
  return field.startsWith('level:') ? 'problemLevel' : 'problemDay'
}
