import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import { openAnswer, pseudonymOf, type SealRing } from './seal.ts'
import { deleteSealed, selectSealed } from './store.ts'

/** Answers about support, for the person themselves and for nobody else; erased with them. */
export function supportKeeper(ring: SealRing): PersonalDataKeeper {
  return {
    name: 'support-needs',
    // numbers of many people are nobody's in particular
    tables: ['support_needs', 'support_need_counts'],
    async exportOf(db, learnerId) {
      const sealed = await selectSealed(db, { pseudonym: pseudonymOf(ring, learnerId) })
      const records = sealed.map((row) => {
        const answer = openAnswer(ring, row)
        return { year: row.year, ...answer }
      })
      return records.length === 0 ? [] : [{ section: 'support-needs', records }]
    },
    async erase(trx, learnerId) {
      await deleteSealed(trx, { pseudonym: pseudonymOf(ring, learnerId) })
      return { kept: [] }
    },
  }
}
