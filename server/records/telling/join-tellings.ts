import type { LearnerId, MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { moveOwnEvidence } from '../evidence/index.ts'
import { moveOwnStays } from './own-stay-store.ts'
import { deleteTelling, selectTellings, updateTeller, updateTelling } from './store.ts'
import type { Telling } from './telling.ts'

/**
 * What somebody told under one record goes on under another, when two records of a person become one. Where both told
 * of the same thing, the words of both are kept, one after the other: nothing is lost and nobody chooses for them.
 */
export async function joinTellings(
  trx: Db,
  input: {
    readonly from: LearnerId
    readonly into: LearnerId
    readonly stays: ReadonlyMap<MobilityId, MobilityId>
  },
): Promise<void> {
  const { from, into } = input
  const placeOf = (place: string): string => {
    const stay = place.startsWith('stay-')
      ? input.stays.get(place.slice('stay-'.length) as MobilityId)
      : undefined
    return stay === undefined ? place : `stay-${stay}`
  }
  const known = await selectTellings(trx, into)
  for (const telling of await selectTellings(trx, from)) {
    const moved = { ...telling, place: placeOf(telling.place) }
    const twin = known.find(
      ({ place, competence }) => place === moved.place && competence === moved.competence,
    )
    if (twin === undefined) {
      await updateTelling(trx, moved)
      await updateTeller(trx, telling.id, into)
    } else {
      await deleteTelling(trx, telling.id)
      await updateTelling(trx, both(twin, moved))
    }
  }
  await moveOwnStays(trx, from, into)
  await moveOwnEvidence(trx, { from, into }, placeOf)
}

/** What is joined is shown to nobody until the person says so again. */
function both(one: Telling, other: Telling): Telling {
  const hidden = { words: undefined, sentences: undefined, level: one.visible.level }
  return {
    ...one,
    words: [...new Set([one.words, other.words])].filter(Boolean).join('\n\n'),
    sentences: [...new Set([...one.sentences, ...other.sentences])],
    level: one.level ?? other.level,
    visible: hidden,
    visibleTo: hidden.level === undefined ? undefined : one.visibleTo,
  }
}
