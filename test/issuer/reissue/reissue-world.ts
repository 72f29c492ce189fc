import { completeReissue, requestReissue, type ReissueInput } from '../../../server/issuer/reissue/index.ts'
import type { CredentialId } from '../../../server/kernel/ids.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { isJsonObject, type JsonObject } from '../../../server/vc/index.ts'
import { storedCredentials, SYSTEM, type IssuingWorld, type StoredCredential } from '../issuing-world.ts'

/** The register's row, as `select *` gives it, with what became of it. */
export type Row = StoredCredential & {
  id: CredentialId
  replaces: string | null
  reissued_because: string | null
  suspended_at: string | null
}

export const rows = async (world: IssuingWorld): Promise<Row[]> =>
  (await storedCredentials(world.db)) as Row[]

export async function rowOfCode(world: IssuingWorld, code: string): Promise<Row> {
  const found = (await rows(world)).find((row) => row.code === code)
  if (found === undefined) throw new Error(`nothing at ${code}`)
  return found
}

/** The newest row that takes the place of this one, signed or not. */
export async function successorOf(world: IssuingWorld, id: string): Promise<Row> {
  const found = (await rows(world)).find(({ replaces }) => replaces === id)
  if (found === undefined) throw new Error(`nothing replaces ${id}`)
  return found
}

/** The passport that its holder has now. */
export async function passportOf(world: IssuingWorld, learnerId: string): Promise<Row> {
  const found = (await rows(world)).filter(
    ({ kind, learner_id, superseded_by }) =>
      kind === 'passport' && learner_id === learnerId && superseded_by === null,
  )
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} passports`)
  return only
}

export const documentOf = ({ signed, unsigned }: Row): JsonObject => {
  const document: unknown = JSON.parse(signed ?? unsigned ?? 'null')
  if (!isJsonObject(document)) throw new Error('no document')
  return document
}

export const request = (world: IssuingWorld, input: ReissueInput, actor: Actor = SYSTEM) =>
  world.db.transaction((trx) => requestReissue(trx, world, actor, input))

/** Asks and signs, as a correction or a ceremony does. */
export async function reissue(world: IssuingWorld, input: ReissueInput, actor: Actor = SYSTEM) {
  const batch = await request(world, input, actor)
  return { ...batch, ...(await completeReissue(world, batch.batchId)) }
}
