import { recordEvent } from '../../access/audit/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type EnrolmentId, type LearnerId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findSession, requireOwnOpenSession } from '../training-sessions/index.ts'
import { storeFile, type EvidenceDeps } from './add-evidence.ts'
import { MAX_OWN_EVIDENCE, type OwnEvidence, type EvidenceId } from './evidence.ts'
import { readFile, type GivenFile } from './read-file.ts'
import { releaseFile } from './release-file.ts'
import {
  deleteEvidence,
  insertOwnEvidence,
  selectEvidence,
  selectOwnEvidence,
  updateOwner,
  updateShown,
} from './store.ts'

export interface NewOwnEvidence {
  /** What it is kept with; that it is the person's own is for the caller to check. */
  readonly place: string
  readonly competence?: string | undefined
  readonly title: string
  readonly narrative?: string | undefined
  readonly file?: GivenFile | undefined
}

/** What a young person keeps of their own, with one place or with all of them. */
export const listOwnEvidence = (db: Db, learnerId: LearnerId, place?: string): Promise<OwnEvidence[]> =>
  selectOwnEvidence(db, learnerId, place)

/**
 * One piece of this person's own; nobody else's exists.
 * @throws AppError `not-found`
 */
export async function requireOwnEvidence(db: Db, learnerId: LearnerId, id: string): Promise<OwnEvidence> {
  const piece = (await selectOwnEvidence(db, learnerId)).find((one) => one.id === id)
  if (piece === undefined) throw new AppError('not-found')
  return piece
}

/**
 * A young person keeps a photo, a document or some words. Nobody else sees it until they show it.
 * @throws AppError `invalid-input` (neither words nor file, unknown competence, too many pieces), and what `readFile`
 * throws
 */
export async function addOwnEvidence(
  deps: EvidenceDeps,
  youth: LearnerActor,
  input: NewOwnEvidence,
): Promise<OwnEvidence> {
  const { learnerId } = youth
  if (input.file === undefined && input.narrative === undefined) throw problem('fields.photoMissing')
  if (input.competence !== undefined && findCompetence(input.competence) === undefined)
    throw new AppError('not-found')
  const read = input.file === undefined ? undefined : await readFile(input.file)
  const piece: OwnEvidence = {
    id: newId<EvidenceId>(),
    place: input.place,
    competence: input.competence,
    kind: read?.kind ?? 'text',
    title: input.title,
    narrative: input.narrative,
    file: read && (await storeFile(deps.files, read)),
    addedBy: youth.name,
    visibleAt: undefined,
    enrolmentId: undefined,
    createdAt: isoInstant(deps.clock.now()),
  }
  try {
    await deps.db.transaction(async (trx) => {
      const known = await selectOwnEvidence(trx, learnerId)
      if (known.length >= MAX_OWN_EVIDENCE) throw problem('fields.tooMuchEvidence', { max: MAX_OWN_EVIDENCE })
      await insertOwnEvidence(trx, learnerId, piece)
      await record(trx, deps, youth, 'evidence.kept', piece)
    })
  } catch (error) {
    if (piece.file) await releaseFile(deps, piece.file.key)
    throw error
  }
  // the same file may have been taken back between our storing it and our row: see releaseFile
  if (read) await deps.files.put(read.bytes)
  return piece
}

/**
 * Takes an own piece away for good, from wherever it is shown too.
 * @throws AppError `not-found`, `session-already-signed` (a credential may name it)
 */
export async function removeOwnEvidence(
  deps: EvidenceDeps,
  youth: LearnerActor,
  id: string,
): Promise<OwnEvidence> {
  const piece = await requireOwnEvidence(deps.db, youth.learnerId, id)
  await deps.db.transaction(async (trx) => {
    await requireUnsigned(trx, youth, piece)
    await deleteEvidence(trx, piece.id)
    await record(trx, deps, youth, 'evidence.removed', piece)
  })
  if (piece.file !== undefined) await releaseFile(deps, piece.file.key)
  return piece
}

/** Shows a piece at a place in a session, or nowhere any more. That the person may is for the caller to check. */
export async function showOwnEvidence(
  trx: Db,
  deps: { readonly clock: Clock },
  piece: OwnEvidence,
  enrolmentId: EnrolmentId | undefined,
): Promise<void> {
  await updateShown(trx, piece.id, enrolmentId && { enrolmentId, at: isoInstant(deps.clock.now()) })
}

/** The pieces of one record become those of another, each with the place that `placeOf` says. */
export async function moveOwnEvidence(
  trx: Db,
  pair: { readonly from: LearnerId; readonly into: LearnerId },
  placeOf: (place: string) => string,
): Promise<void> {
  for (const { id, place } of await selectOwnEvidence(trx, pair.from))
    await updateOwner(trx, id, { learnerId: pair.into, place: placeOf(place) })
}

async function requireUnsigned(trx: Db, youth: LearnerActor, piece: OwnEvidence): Promise<void> {
  const shown = piece.enrolmentId === undefined ? undefined : await selectEvidence(trx, piece.id)
  const session = shown && (await findSession(trx, shown.sessionId))
  if (session?.signedAt !== undefined) throw new AppError('session-already-signed')
  // nobody signs between this and the end of the transaction
  if (piece.enrolmentId !== undefined && session !== undefined)
    await requireOwnOpenSession(trx, youth, piece.enrolmentId)
}

const problem = (message: string, params: Record<string, number> = {}): AppError =>
  new AppError('invalid-input', {}, [{ field: 'file', message, params }])

async function record(
  trx: Db,
  { clock }: { readonly clock: Clock },
  youth: LearnerActor,
  action: string,
  piece: OwnEvidence,
): Promise<void> {
  await recordEvent(trx, {
    at: clock.now(),
    actor: youth,
    action,
    subject: { type: 'evidence', id: piece.id },
    details: { kind: piece.kind },
  })
}
