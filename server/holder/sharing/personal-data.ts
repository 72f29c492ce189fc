import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import { rowsKeeper } from '../../access/personal-data/index.ts'

const rows = rowsKeeper({ table: 'shares', column: 'learner_id', of: 'learner' })

/** What somebody shared and with whom. Erased, its links lead nowhere. */
export const sharesKeeper: PersonalDataKeeper = {
  ...rows,
  tables: ['shares', 'share_items'],
  async erase(trx, learnerId, at) {
    const theirs = trx('shares').where({ learner_id: learnerId }).select('id')
    await trx('share_items').whereIn('share_id', theirs).delete()
    return rows.erase(trx, learnerId, at)
  },
}
