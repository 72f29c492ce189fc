import { guardianshipKeepers } from './access/guardianship/index.ts'
import { auditKeeper, rowsKeeper, type PersonalDataKeeper } from './access/personal-data/index.ts'
import { youthKeysKeepers } from './access/youth-keys/index.ts'
import { youthSessionsKeeper } from './access/youth-sessions/index.ts'
import { batchesKeeper, type BatchFolder } from './holder/batches/index.ts'
import { passportsKeeper } from './holder/passports/index.ts'
import { sharesKeeper } from './holder/sharing/index.ts'
import { visitsKeeper } from './holder/visits/index.ts'
import { slipsKeeper } from './holder/slips/index.ts'
import { compactProofsKeeper } from './issuer/compact-proofs/index.ts'
import { credentialsKeeper } from './issuer/credentials/index.ts'
import type { KeyRing } from './issuer/keys/index.ts'
import type { Clock } from './kernel/clock.ts'
import type { FileStore } from './platform/files/index.ts'
import type { Logger } from './platform/log/index.ts'
import { assessmentsKeeper } from './records/assessments/index.ts'
import { correctionsKeeper } from './records/corrections/index.ts'
import { evidenceKeeper, ownEvidenceKeeper } from './records/evidence/index.ts'
import { hostVoiceKeeper } from './records/host-voice/index.ts'
import { distinctionsKeepers, learnersKeeper } from './records/learners/index.ts'
import { mobilitiesKeeper } from './records/mobilities/index.ts'
import { supportKeeper } from './records/support-needs/index.ts'
import { ownStaysKeeper, tellingsKeeper } from './records/telling/index.ts'
import { attendanceKeeper, enrolmentsKeeper } from './records/training-sessions/index.ts'

/**
 * Every keeper of what concerns a young person, in the order in which an erasure asks them: what points to something
 * comes before what it points to, the person last, and the audit trail first, because it finds what was about somebody
 * by what they still have.
 *
 * A NEW TABLE that leads to a learner (by a `learner_id`, `mobility_id`, `enrolment_id`…) needs a keeper here, or
 * `test/access/personal-data/every-table.test.ts` fails: mostly one `rowsKeeper({ table, column, of })` in the feature's
 * `personal-data.ts`.
 */
export function personalDataKeepers(deps: {
  readonly files: FileStore
  readonly batchFolder: BatchFolder
  readonly ring: KeyRing
  readonly clock: Clock
  readonly log: Logger
}): readonly PersonalDataKeeper[] {
  return [
    auditKeeper,
    // made from what was signed: before that goes
    passportsKeeper(deps),
    batchesKeeper(deps.batchFolder),
    sharesKeeper,
    visitsKeeper,
    slipsKeeper,
    youthSessionsKeeper,
    ...youthKeysKeepers,
    ...passkeys,
    ...guardianshipKeepers,
    supportKeeper(deps.ring),
    hostVoiceKeeper,
    tellingsKeeper,
    ownStaysKeeper,
    ownEvidenceKeeper(deps.files),
    evidenceKeeper(deps.files),
    assessmentsKeeper,
    attendanceKeeper,
    correctionsKeeper,
    compactProofsKeeper,
    credentialsKeeper,
    enrolmentsKeeper,
    mobilitiesKeeper,
    ...distinctionsKeepers,
    learnersKeeper,
  ]
}

/** Devices that open their space. */
const passkeys = [
  rowsKeeper({ table: 'passkeys', column: 'owner_id', of: 'learner', without: ['public_key'] }),
  rowsKeeper({ table: 'passkey_challenges', column: 'owner_id', of: 'learner', without: ['challenge'] }),
]
