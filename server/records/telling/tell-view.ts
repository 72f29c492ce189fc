import {
  findCompetence,
  languageCompetences,
  NOT_YET,
  type Competence,
} from '../../issuer/achievements/index.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import { evidenceModels } from './evidence-view.ts'
import { sentencesFor } from './example-sentences.ts'
import { inOrder, tellingOf, type ToldPlace } from './find-tellings.ts'
import { openSeat } from './place.ts'
import { competencePath, draftSettings, levelDots, placePath, placeWords, type Reader } from './place-view.ts'
import { isTold, visibleParts, WHOLE_STAY, WORDS_MAX, type Telling } from './telling.ts'
import { fieldsOf, sentenceField, type FieldConflict, type Fields } from './told-fields.ts'

/** A form that comes back: what was typed, what is wrong, and what another device answered. */
export interface Again {
  readonly typed?: Fields
  readonly problems?: readonly FieldProblem[]
  readonly conflicts?: readonly FieldConflict[]
  /** What was typed about a piece of evidence. */
  readonly values?: Readonly<Record<string, string>>
}

/** One place: the whole stay in one's own words, then every competence with how far it is told. */
export function stayModel(told: ToldPlace, youth: LearnerActor, reader: Reader, again: Again = {}) {
  const { place, tellings, groups } = told
  const { t } = reader
  const words = placeWords(place, reader)
  const item = (competence: Competence) => competenceItem(told, competence, reader)
  const lists = [
    { title: t('telling.ofSession'), items: groups.ofSession.map(item) },
    { title: groups.ofSession.length > 0 ? t('telling.others') : undefined, items: groups.others.map(item) },
    { title: t('telling.languages'), items: groups.languages.map(item) },
  ].filter(({ items }) => items.length > 0)
  const asked = groups.ofSession.length > 0 ? groups.ofSession : groups.others
  const toldCount = asked.filter(({ code }) => isTold(tellingOf(tellings, code))).length
  const whole = tellingOf(tellings)
  return {
    ...words,
    pageClass: 'narrow',
    path: placePath(place),
    lists,
    progress: {
      told: toldCount,
      count: asked.length,
      words: t('telling.progress', { told: toldCount, count: asked.length }),
    },
    languages: languageOptions(told, reader),
    showHref: openSeat(place) ? `${placePath(place)}/show` : undefined,
    stayHref: place.own ? `${placePath(place)}/stay` : undefined,
    competence: WHOLE_STAY,
    words: wordsField(whole, again, reader),
    draft: draftSettings(place, youth.learnerId, WHOLE_STAY),
    ...evidenceModels(told, WHOLE_STAY, reader),
    problems: [...(again.problems ?? [])],
    values: again.values ?? {},
  }
}

function competenceItem(told: ToldPlace, competence: Competence, reader: Reader) {
  const telling = tellingOf(told.tellings, competence.code)
  return {
    href: competencePath(told.place, competence.code),
    label: competence.label[reader.locale],
    told: isTold(telling),
    level: levelDots(competence, telling?.level, reader),
    shown: telling !== undefined && visibleParts(telling).length > 0,
    attested: told.locked.has(competence.code),
  }
}

function languageOptions({ groups }: ToldPlace, { locale }: Reader) {
  return languageCompetences()
    .filter(({ code }) => !groups.languages.some((known) => known.code === code))
    .map(({ code, short }) => ({ value: code, label: short[locale] }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
}

function wordsField(telling: Telling | undefined, again: Again, { t }: Reader) {
  const kept = telling?.words ?? ''
  const conflict = again.conflicts?.find(({ field }) => field === 'words')
  return {
    value: again.typed?.['words'] ?? kept,
    was: kept,
    max: WORDS_MAX,
    shown: telling !== undefined && visibleParts(telling).includes('words'),
    conflict: conflict && { current: conflict.current === '' ? t('telling.nothingSaid') : conflict.current },
  }
}

/**
 * One competence, one screen.
 * @throws AppError `not-found` for a competence nobody knows
 */
export function competenceModel(
  told: ToldPlace,
  code: string,
  youth: LearnerActor,
  reader: Reader,
  again: Again = {},
) {
  const competence = findCompetence(code)
  if (competence === undefined) throw new AppError('not-found')
  const { t, locale } = reader
  const telling = tellingOf(told.tellings, code)
  const kept = fieldsOf(telling)
  const fields: Fields = { ...kept, ...again.typed }
  const all = inOrder(told.groups)
  const position = all.findIndex((one) => one.code === code)
  const after = position < 0 ? undefined : all[position + 1]
  const parts = telling === undefined ? [] : visibleParts(telling)
  return {
    title: competence.label[locale],
    pageClass: 'narrow',
    description: competence.description[locale],
    path: competencePath(told.place, code),
    back: { href: placePath(told.place), title: placeWords(told.place, reader).title },
    position: position < 0 ? undefined : t('telling.progress', { told: position + 1, count: all.length }),
    place: { number: position + 1, count: all.length },
    after: after && { href: competencePath(told.place, after.code), name: after.short[locale] },
    showHref: openSeat(told.place) ? `${placePath(told.place)}/show` : undefined,
    competence: code,
    locked: told.locked.has(code),
    attested: attestedModel(told, competence, reader),
    sentences: sentencesFor(competence).map(({ id, text }) => ({
      field: sentenceField(id),
      text: text[locale],
      checked: (fields[sentenceField(id)] ?? '') !== '',
      was: kept[sentenceField(id)] ?? '',
    })),
    level: levelField(competence, fields, kept, again, reader),
    words: wordsField(telling, again, reader),
    shown: { level: parts.includes('level'), sentences: parts.includes('sentences') },
    draft: draftSettings(told.place, youth.learnerId, code),
    ...evidenceModels(told, code, reader),
    problems: [...(again.problems ?? [])],
    values: again.values ?? {},
  }
}

function levelField(competence: Competence, fields: Fields, kept: Fields, again: Again, reader: Reader) {
  const { t, locale } = reader
  const chosen = fields['level'] ?? ''
  const choices = [
    { value: NOT_YET, label: t('telling.notYet'), hint: t('telling.notYetHint') },
    ...competence.levels.map((level) => ({
      value: level.code,
      label: sentenceCase(level.label[locale], locale),
      hint: level.description[locale],
    })),
    { value: '', label: t('telling.noLevel'), hint: undefined },
  ]
  const labelOf = (value: string): string => choices.find((one) => one.value === value)?.label ?? value
  const conflict = again.conflicts?.find(({ field }) => field === 'level')
  return {
    was: kept['level'] ?? '',
    choices: choices.map((one) => ({ ...one, checked: one.value === chosen })),
    conflict: conflict && { current: labelOf(conflict.current) },
  }
}

const sentenceCase = (text: string, locale: string): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

/** What trainers say of it, the last session's level: it comes by itself while both look at it. */
function attestedModel({ attested, place }: ToldPlace, competence: Competence, reader: Reader) {
  const here = attested.filter((one) => one.competence === competence.code)
  const seat = place.seats.findLast(({ enrolmentId }) => here.some((one) => one.enrolmentId === enrolmentId))
  const said = here.find(({ enrolmentId }) => enrolmentId === seat?.enrolmentId)
  const level = levelDots(competence, said?.level, reader)
  // whoever signs answers for all of it
  return level && { ...level, by: seat?.session.signedByName ?? said?.authorName ?? '' }
}
