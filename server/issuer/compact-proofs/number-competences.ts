import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findNumbers, insertNextNumber } from './number-store.ts'

export const SERVER: Actor = { kind: 'system', name: 'passerelle' }

/** Others that may take the next number before us, one after the other, before something is wrong. */
const MAX_TRIES = 20

/**
 * The numbers of competences by their codes (`EQUIPE`, `LANG-DE`, `ACCUEIL-7K3F`), the same for ever. A competence gets
 * the next one when it is first printed, so that the numbers stay small: below 128 they take one byte of the proof.
 */
export async function numberCompetences(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(codes)]
  const known = await findNumbers(db, wanted)
  const missing = wanted.filter((code) => !known.has(code))
  if (missing.length === 0) return known
  for (const code of missing) await db.transaction((trx) => giveNumber(trx, code, clock.now()))
  return findNumbers(db, wanted)
}

async function giveNumber(trx: Db, code: string, at: Date): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (await insertNextNumber(trx, code, isoInstant(at))) {
      await recordEvent(trx, {
        at,
        actor: SERVER,
        action: 'competence.numbered',
        subject: { type: 'competence', id: code },
      })
      return
    }
    // another process gave it one, or took the number: which of the two is seen now that it is written
    if ((await findNumbers(trx, [code])).has(code)) return
  }
  throw new Error('no number for a competence')
}
