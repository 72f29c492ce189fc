import type { FieldProblem } from '../../kernel/errors.ts'
import { inGroupsOfFour } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { isJsonObject } from '../../vc/index.ts'
import { readCredential, readPassport, type CredentialRecord } from '../credentials/index.ts'
import { REVOCATION_REASONS } from './revocation-reason.ts'
import { SUSPENSION_REASONS } from './suspension-reason.ts'

export interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export type Act = 'revoke' | 'suspend' | 'unsuspend'

/** What a coordinator may do with one credential, and what became of it. */
export function manageModel(
  record: CredentialRecord,
  { published, successorCode }: { published: boolean; successorCode: string | undefined },
  words: Words,
) {
  const { t, locale } = words
  const stands = (record.signed !== null || record.erasedAt !== null) && record.revokedAt === null
  const day = (instant: string | null): string => formatDate(locale, instant ?? '')
  return {
    ...aboutModel(record, words),
    title: t('corrections.manageTitle', { title: record.title }),
    state: stateOf(record),
    revoked: record.revokedAt !== null && {
      when: t('corrections.revokedOn', { date: day(record.revokedAt) }),
      why: reasonWords('revoke', record.revocationReason, t),
    },
    suspended: record.suspendedAt !== null && {
      when: t('corrections.suspendedOn', { date: day(record.suspendedAt) }),
      why: reasonWords('suspend', record.suspensionReason, t),
      published,
    },
    successor: successorCode === undefined ? undefined : `/v/${successorCode}`,
    maySuspend: stands && record.suspendedAt === null,
    mayLift: record.suspendedAt !== null,
    mayRevoke: stands,
    mayAct: stands || record.suspendedAt !== null,
    correct:
      record.signed !== null && stands && record.supersededBy === null && record.sessionId !== null
        ? `/sessions/${record.sessionId}/correct?person=${record.learnerId}`
        : undefined,
    session: record.sessionId === null ? undefined : `/sessions/${record.sessionId}/sign`,
  }
}

function stateOf(
  record: CredentialRecord,
): 'waiting' | 'erased' | 'revoked' | 'suspended' | 'replaced' | 'valid' {
  if (record.erasedAt !== null) return 'erased'
  if (record.signed === null) return 'waiting'
  if (record.revokedAt !== null) return record.supersededBy === null ? 'revoked' : 'replaced'
  if (record.suspendedAt !== null) return 'suspended'
  return record.supersededBy === null ? 'valid' : 'replaced'
}

/** The page that asks before an act. */
export function confirmModel(
  act: Act,
  record: CredentialRecord,
  published: boolean,
  words: Words,
  form: { values: Readonly<Record<string, string>>; problems: readonly FieldProblem[] },
) {
  const { t } = words
  const reasons = act === 'revoke' ? REVOCATION_REASONS : act === 'suspend' ? SUSPENSION_REASONS : []
  return {
    ...aboutModel(record, words),
    title: t(`corrections.${act}Title`, { title: record.title }),
    heading: t(`corrections.${act}Heading`, { title: titleOf(record, t) }),
    consequence: t(act === 'suspend' && !published ? 'corrections.suspendHere' : `corrections.${act}Text`),
    action: `/credentials/${record.code}/${act}`,
    button: t(`corrections.${act}Confirm`),
    danger: act === 'revoke',
    reasonHint: t(act === 'revoke' ? 'corrections.reasonPublic' : 'corrections.reasonPrivate'),
    reasons: reasons.map((value) => ({ value, label: reasonWords(act, value, t) })),
    values: form.values,
    problems: form.problems,
  }
}

function reasonWords(act: Act, reason: string | null, t: Translate): string {
  const known =
    act === 'revoke'
      ? REVOCATION_REASONS.find((one) => one === reason)
      : SUSPENSION_REASONS.find((one) => one === reason)
  if (known === undefined || known === 'other') return t('corrections.reason-other')
  return t(`corrections.reason-${known}`)
}

function aboutModel(record: CredentialRecord, { t }: Words) {
  return {
    section: 'sessions',
    pageClass: 'narrow',
    path: `/credentials/${record.code}/manage`,
    actions: `/credentials/${record.code}`,
    about: {
      title: titleOf(record, t),
      holder: holderOf(record),
      code: inGroupsOfFour(record.code),
      verify: record.signed === null ? undefined : `/v/${record.code}`,
    },
  }
}

const titleOf = ({ title }: CredentialRecord, t: Translate): string =>
  title === '' ? t('corrections.untitled') : title

/** The name as it was signed. */
function holderOf({ kind, signed }: CredentialRecord): string | undefined {
  if (signed === null) return undefined
  if (kind === 'passport') return readPassport(signed).holderName
  const document: unknown = JSON.parse(signed)
  return isJsonObject(document) ? readCredential(document).holderName : undefined
}
