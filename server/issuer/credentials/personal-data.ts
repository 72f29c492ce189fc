import { z } from 'zod'
import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { listCredentialsOfLearner } from './store.ts'

/**
 * What was signed for somebody. They get it byte for byte. Erased, a signed credential leaves its number, the structure
 * that signed, its dates, and its places in the status lists, so that copies given away are answered for; what was never
 * signed leaves nothing.
 */
export const credentialsKeeper: PersonalDataKeeper = {
  name: 'credentials',
  tables: ['credentials', 'status_entries', 'passport_members'],
  async exportOf(db, learnerId) {
    const records = await listCredentialsOfLearner(db, learnerId)
    return [
      {
        section: 'credentials',
        records: records.map(({ code, kind, title, signedAt, revokedAt, revocationReason, suspendedAt }) => ({
          code,
          kind,
          title,
          signedAt,
          revokedAt,
          revocationReason,
          suspendedAt,
        })),
        files: records.flatMap(({ code, signed }) =>
          signed === null ? [] : [{ name: `credentials/${code}.json`, bytes: Buffer.from(signed) }],
        ),
      },
    ]
  },
  async erase(trx, learnerId, at) {
    await removeMembers(trx, learnerId)
    await removeUnsigned(trx, learnerId)
    const left: number = await trx('credentials')
      .where({ learner_id: learnerId })
      .update({
        // nobody's any more, and each apart from the others
        learner_id: trx.raw("'erased:' || id"),
        award_key: trx.raw("'erased:' || id"),
        batch_id: trx.raw("'erased:' || id"),
        replaces: null,
        endorses: null,
        session_id: null,
        title: '',
        award: null,
        unsigned: null,
        signed: null,
        signing_key_id: null,
        failure: null,
        erased_at: at,
      })
    return { kept: left === 0 ? [] : ['status-bits'] }
  },
}

const idsOf = (trx: Db, learnerId: LearnerId) =>
  trx('credentials').where({ learner_id: learnerId }).select('id')

/** Which credentials a passport held. */
async function removeMembers(trx: Db, learnerId: LearnerId): Promise<void> {
  await trx('passport_members').whereIn('passport_id', idsOf(trx, learnerId)).delete()
  await trx('passport_members').whereIn('credential_id', idsOf(trx, learnerId)).delete()
}

/** Nobody was given these; their places in the status lists stay taken and empty. */
async function removeUnsigned(trx: Db, learnerId: LearnerId): Promise<void> {
  const ids = z
    .array(z.string())
    .parse(await trx('credentials').where({ learner_id: learnerId }).whereNull('signed_at').pluck('id'))
  for (const id of ids) {
    await trx('status_entries').where({ credential_id: id }).delete()
    await trx('credentials').where({ id }).delete()
  }
}
