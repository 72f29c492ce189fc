import { createHash } from 'node:crypto'
import { recordEvent } from '../../access/audit/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import {
  requireEnrolment,
  requireOpenSession,
  requireSessionAccess,
  type TrainingSession,
} from '../training-sessions/index.ts'
import { MAX_EVIDENCE_COUNT, type Evidence, type EvidenceFile, type EvidenceId } from './evidence.ts'
import { readFile, type GivenFile, type ReadFile } from './read-file.ts'
import { releaseFile } from './release-file.ts'
import { insertEvidence, selectEvidenceOf } from './store.ts'

export interface EvidenceDeps {
  readonly db: Db
  readonly files: FileStore
  readonly clock: Clock
}

export interface NewEvidence {
  readonly sessionId: string
  readonly enrolmentId: string
  readonly competence?: string | undefined
  readonly title: string
  readonly narrative?: string | undefined
  readonly file?: GivenFile | undefined
}

/**
 * Keeps a piece of evidence with a young person's place in a session: words, a photo, a PDF or a text.
 *
 * @throws AppError `not-found` (session or enrolment the actor may not see), `session-already-signed`,
 *   `invalid-input` (neither words nor file, unknown competence, too many pieces), and what `readFile` throws.
 */
export async function addEvidence(deps: EvidenceDeps, actor: Actor, input: NewEvidence): Promise<Evidence> {
  // who may look comes before reading the file: a stranger's bytes are not even decoded
  const session = await requireSessionAccess(deps.db, actor, input.sessionId)
  const enrolment = await requireEnrolment(deps.db, session.id, input.enrolmentId)
  checkInput(input)
  const read = input.file === undefined ? undefined : await readFile(input.file)
  const evidence: Evidence = {
    id: newId<EvidenceId>(),
    enrolmentId: enrolment.id,
    competence: input.competence,
    kind: read?.kind ?? 'text',
    title: input.title,
    narrative: input.narrative,
    file: read && (await storeFile(deps.files, read)),
    addedBy: actor.name,
    ownedBy: undefined,
    createdAt: isoInstant(deps.clock.now()),
  }
  try {
    await deps.db.transaction((trx) => insert(trx, deps, actor, session, evidence))
  } catch (error) {
    if (evidence.file) await releaseFile(deps, evidence.file.key)
    throw error
  }
  // a colleague may have taken the same file back between our storing it and our row: see releaseFile
  if (read) await deps.files.put(read.bytes)
  return evidence
}

async function insert(
  trx: Db,
  deps: EvidenceDeps,
  actor: Actor,
  session: TrainingSession,
  evidence: Evidence,
): Promise<void> {
  await requireOpenSession(trx, actor, session.id)
  const known = await selectEvidenceOf(trx, [evidence.enrolmentId])
  if (known.length >= MAX_EVIDENCE_COUNT) {
    const problem = {
      field: 'file',
      message: 'learners.tooMuchEvidence',
      params: { max: MAX_EVIDENCE_COUNT },
    }
    throw new AppError('invalid-input', {}, [problem])
  }
  await insertEvidence(trx, evidence)
  await recordEvent(trx, {
    at: deps.clock.now(),
    actor,
    action: 'evidence.added',
    organisationId: session.organisationId,
    subject: { type: 'evidence', id: evidence.id },
    details: { enrolmentId: evidence.enrolmentId, kind: evidence.kind },
  })
}

function checkInput(input: NewEvidence): void {
  if (input.file === undefined && input.narrative === undefined) {
    throw new AppError('invalid-input', {}, [
      { field: 'narrative', message: 'learners.evidenceNeedsContent' },
    ])
  }
  if (input.competence !== undefined && findCompetence(input.competence) === undefined) {
    throw new AppError('invalid-input', {}, [{ field: 'competence', message: 'fields.choice' }])
  }
}

export async function storeFile(files: FileStore, read: ReadFile): Promise<EvidenceFile> {
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  return { key: await files.put(read.bytes), mediaType: read.mediaType, size: read.bytes.length, sha256 }
}
