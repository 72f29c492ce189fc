import { findCompetence } from '../../issuer/achievements/index.ts'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { sentenceWords } from './example-sentences.ts'
import { selectTellingsShownAt } from './store.ts'
import { visibleParts, WHOLE_STAY, type Telling } from './telling.ts'

/** What a young person shows of one competence, or of the whole stay, as a trainer reads it. */
export interface ShownBlock {
  /** The competence's code; '' for the whole stay. */
  readonly competence: string
  readonly label: string
  /** Their own words; '' when they keep them. */
  readonly words: string
  readonly sentences: readonly string[]
}

interface Reader {
  readonly locale: Locale
  readonly t: Translate
}

/**
 * What is shown at a place in a session, in the order of its competences; who may open the session is checked before.
 * The level is not here: it is the declared voice of the grid.
 */
export async function readShown(
  db: Db,
  enrolmentId: EnrolmentId,
  order: readonly string[],
  reader: Reader,
): Promise<ShownBlock[]> {
  return shownBlocks(await selectTellingsShownAt(db, enrolmentId), order, reader)
}

/** {@link readShown} of tellings at hand: the person's own preview is made by the same lines as the trainer's page. */
export function shownBlocks(
  tellings: readonly Telling[],
  order: readonly string[],
  { locale, t }: Reader,
): ShownBlock[] {
  const rank = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length)
  return tellings
    .map((telling) => {
      const parts = visibleParts(telling)
      return {
        competence: telling.competence,
        label:
          telling.competence === WHOLE_STAY
            ? t('telling.wholeStay')
            : (findCompetence(telling.competence)?.label[locale] ?? telling.competence),
        words: parts.includes('words') ? telling.words : '',
        sentences: parts.includes('sentences') ? sentenceWords(telling.sentences, locale) : [],
      }
    })
    .filter(({ words, sentences }) => words !== '' || sentences.length > 0)
    .sort((one, other) =>
      one.competence === WHOLE_STAY || other.competence === WHOLE_STAY
        ? one.competence.length - other.competence.length
        : rank(one.competence) - rank(other.competence),
    )
}
