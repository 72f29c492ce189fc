import type { AuditEvent } from '../../server/access/audit/index.ts'
import { newId, newPublicCode } from '../../server/kernel/ids.ts'
import type { Db, NewRow } from '../../server/platform/db/index.ts'
import { NOW } from './open-badge.ts'

const AT = '2026-07-03T14:00:00Z'

/** A structure and its issuer: what credentials refer to. */
export async function prepareTables(db: Db): Promise<void> {
  await db('organisations').insert({ id: 'o', slug: 'o', name: 'Structure', kind: 'cfa', created_at: AT })
  await db('issuers').insert({ id: 'i', organisation_id: 'o', slug: 'o', created_at: AT })
}

/** A row of the register, as it is once the credential is signed. */
export function credentialRow(signed: string): NewRow {
  return {
    id: newId<string>(),
    code: newPublicCode(),
    award_key: `session:${newId<string>()}:INITIATIVE`,
    kind: 'competence',
    locale: 'fr',
    issuer_id: 'i',
    organisation_id: 'o',
    learner_id: newId<string>(),
    session_id: newId<string>(),
    batch_id: newId<string>(),
    title: 'Prendre des initiatives',
    award: null,
    unsigned: null,
    signed,
    signing_key_id: 'z6MkwXG2WjeQnNxSoynSGYU8V9j3QzP3JSqhdmkHc6SaVWoT',
    requested_at: AT,
    signed_at: AT,
  }
}

export function auditEvent(credentialId: string): AuditEvent {
  return {
    at: NOW,
    actor: { kind: 'system', name: 'passerelle' },
    action: 'credential.signed',
    subject: { type: 'credential', id: credentialId },
    details: { keyId: 'z6MkwXG2WjeQnNxSoynSGYU8V9j3QzP3JSqhdmkHc6SaVWoT' },
  }
}

/** The same event as the row it becomes. */
export function auditRow(credentialId: string): NewRow {
  const { action, subject, details } = auditEvent(credentialId)
  return {
    id: newId<string>(),
    at: AT,
    actor_kind: 'system',
    actor_id: null,
    actor_name: 'passerelle',
    action,
    organisation_id: null,
    subject_type: subject.type,
    subject_id: subject.id,
    details: JSON.stringify(details),
  }
}
