import { z } from 'zod'
import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const requestsOf = (db: Db, learnerId: LearnerId) =>
  db('host_requests').whereIn('mobility_id', db('mobilities').select('id').where({ learner_id: learnerId }))

const rows = z.array(z.record(z.string(), z.unknown()))

/**
 * What hosts were asked about a young person and what they answered. It is given to the person without the hash of a link
 * and without the host's mail address, which is the host's own.
 */
export const hostVoiceKeeper: PersonalDataKeeper = {
  name: 'host-voice',
  tables: ['host_requests', 'host_links', 'host_answers'],
  async exportOf(db, learnerId) {
    const requests = z
      .array(z.object({ id: z.string(), mobility_id: z.string() }))
      .parse(await requestsOf(db, learnerId).select(['id', 'mobility_id']))
    const ids = requests.map(({ id }) => id)
    const links = await db('host_links')
      .whereIn('request_id', ids)
      .orderBy('made_at')
      .select(['request_id', 'way', 'made_at', 'sent_at', 'expires_at', 'opened_at', 'replaced_at'])
    const answers = await db('host_answers')
      .whereIn('request_id', ids)
      .select(['request_id', 'language', 'starts_on', 'ends_on', 'levels', 'sentence'])
      .select(['tutor_name', 'tutor_role', 'named_at', 'answered_at', 'updated_at', 'withdrawn_at'])
    const of = (found: unknown, id: string) => rows.parse(found).filter((row) => row['request_id'] === id)
    return [
      {
        section: 'host-voice',
        records: requests.map(({ id, mobility_id }) => ({
          mobility_id,
          links: of(links, id),
          answers: of(answers, id),
        })),
      },
    ]
  },
  async erase(trx, learnerId) {
    const ids = requestsOf(trx, learnerId).select('id')
    await trx('host_answers').whereIn('request_id', ids.clone()).delete()
    await trx('host_links').whereIn('request_id', ids.clone()).delete()
    await requestsOf(trx, learnerId).delete()
    return { kept: [] }
  },
}
