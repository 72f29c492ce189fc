import { findCompetence } from '../../issuer/achievements/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import { pieceModel } from './evidence-view.ts'
import { sentenceWords } from './example-sentences.ts'
import { inOrder, tellingOf, type ToldPlace } from './find-tellings.ts'
import { isShownElsewhere, openSeat } from './place.ts'
import { levelDots, placePath, placeWords, type Reader } from './place-view.ts'
import { shownBlocks } from './read-shown.ts'
import { itemOf, type ShownItem } from './show-telling.ts'
import { isTold, SHOWABLE, tellableParts, visibleParts, WHOLE_STAY, type Telling } from './telling.ts'

export interface ShowStep {
  /** What is ticked; what is shown now when undefined. */
  readonly chosen?: readonly ShownItem[]
  /** Shows what the trainer will see, before anything is shown. */
  readonly preview?: boolean
  readonly problems?: readonly FieldProblem[]
}

/** Choosing what a trainer may read, a look at it, and what is shown now. */
export function showModel(told: ToldPlace, reader: Reader, step: ShowStep = {}) {
  const { place, tellings, evidence, locked } = told
  const { t } = reader
  const seat = openSeat(place)
  const chosen = new Set(step.chosen ?? shownItems(told))
  const ordered = [WHOLE_STAY, ...inOrder(told.groups).map(({ code }) => code)]
  const groups = ordered.flatMap((code) => {
    const telling = tellingOf(tellings, code)
    const pieces = evidence.filter(({ competence }) => (competence ?? WHOLE_STAY) === code)
    const items = [
      ...(isTold(telling) ? partItems(telling, chosen, locked.has(code), reader) : []),
      ...pieces.map((piece) => ({
        ...pieceModel(piece),
        item: itemOf('evidence', piece.id),
        label: t('telling.partEvidence'),
        text: piece.title,
        checked: chosen.has(itemOf('evidence', piece.id)),
        fixed: place.seats.some(
          ({ enrolmentId, session }) => enrolmentId === piece.enrolmentId && session.signedAt !== undefined,
        ),
      })),
    ]
    return items.length === 0 ? [] : [{ label: labelOf(code, reader), items }]
  })
  return {
    title: t('telling.show'),
    pageClass: 'narrow',
    path: `${placePath(place)}/show`,
    back: { href: placePath(place), title: placeWords(place, reader).title },
    session: seat && t('telling.showWhom', { session: seat.session.title }),
    groups,
    nothing: groups.length === 0,
    preview: step.preview === true && { chosen: [...chosen], blocks: previewBlocks(told, chosen, reader) },
    now: previewBlocks(told, new Set(shownItems(told)), reader),
    problems: [...(step.problems ?? [])],
  }
}

/** Everything that may be shown, for « tout choisir ». */
export function everyItem({ tellings, evidence }: ToldPlace): ShownItem[] {
  return [
    ...tellings.flatMap((telling) => tellableParts(telling).map((part) => itemOf(part, telling.competence))),
    ...evidence.map(({ id }) => itemOf('evidence', id)),
  ]
}

/** What is shown now: to the session that is open, where there is one. */
export function shownItems({ place, tellings, evidence }: ToldPlace): ShownItem[] {
  const here = tellings.filter((telling) => !isShownElsewhere(telling, openSeat(place)))
  return [
    ...here.flatMap((telling) => visibleParts(telling).map((part) => itemOf(part, telling.competence))),
    ...evidence.filter(({ visibleAt }) => visibleAt !== undefined).map(({ id }) => itemOf('evidence', id)),
  ]
}

const labelOf = (code: string, { t, locale }: Reader): string =>
  code === WHOLE_STAY ? t('telling.wholeStay') : (findCompetence(code)?.label[locale] ?? code)

const PART_LABELS = {
  level: 'telling.partLevel',
  sentences: 'telling.partSentences',
  words: 'telling.partWords',
} as const

/** « Pas encore » is not among them: `tellableParts` leaves it out. */
function partItems(telling: Telling, chosen: ReadonlySet<ShownItem>, fixed: boolean, reader: Reader) {
  const competence = findCompetence(telling.competence)
  const parts = tellableParts(telling)
  return [...SHOWABLE]
    .reverse()
    .filter((part) => parts.includes(part))
    .map((part) => ({
      item: itemOf(part, telling.competence),
      label: reader.t(PART_LABELS[part]),
      level: part === 'level' && competence ? levelDots(competence, telling.level, reader) : undefined,
      sentences: part === 'sentences' ? sentenceWords(telling.sentences, reader.locale) : undefined,
      text: part === 'words' ? telling.words : undefined,
      checked: chosen.has(itemOf(part, telling.competence)),
      fixed,
    }))
}

/** What a trainer reads when exactly these items are shown: words and sentences as on their page, levels beside. */
function previewBlocks(told: ToldPlace, items: ReadonlySet<ShownItem>, reader: Reader) {
  const order = inOrder(told.groups).map(({ code }) => code)
  const enrolmentId = (openSeat(told.place) ?? told.place.seats.at(-1))?.enrolmentId
  const as = told.tellings.map((telling) => ({
    ...telling,
    visibleTo: enrolmentId,
    visible: {
      words: items.has(itemOf('words', telling.competence)) ? telling.updatedAt : undefined,
      sentences: items.has(itemOf('sentences', telling.competence)) ? telling.updatedAt : undefined,
      level: items.has(itemOf('level', telling.competence)) ? telling.updatedAt : undefined,
    },
  }))
  const blocks = shownBlocks(as, order, reader)
  return [WHOLE_STAY, ...order].flatMap((code) => {
    const telling = as.find(({ competence }) => competence === code)
    const competence = findCompetence(code)
    const block = blocks.find((one) => one.competence === code)
    const level =
      telling && competence && visibleParts(telling).includes('level')
        ? levelDots(competence, telling.level, reader)
        : undefined
    const pieces = told.evidence
      .filter((piece) => (piece.competence ?? WHOLE_STAY) === code && items.has(itemOf('evidence', piece.id)))
      .map(({ title }) => title)
    if (block === undefined && level === undefined && pieces.length === 0) return []
    return [
      {
        label: labelOf(code, reader),
        level,
        words: block?.words ?? '',
        sentences: block?.sentences ?? [],
        pieces,
        fixed: told.locked.has(code),
        /** What stays shown when everything of this competence is taken back. */
        rest: [...items].filter((item) => !belongsTo(item, code, told)),
      },
    ]
  })
}

function belongsTo(item: ShownItem, code: string, { evidence }: ToldPlace): boolean {
  const at = item.indexOf(':')
  const what = item.slice(at + 1)
  if (item.slice(0, at) !== 'evidence') return what === code
  return evidence.some(({ id, competence }) => id === what && (competence ?? WHOLE_STAY) === code)
}
