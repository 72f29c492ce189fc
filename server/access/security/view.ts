import type { StaffActor } from '../../kernel/roles.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { LoginSession } from '../login/index.ts'
import type { Passkey } from '../passkeys/index.ts'
import { needsSecondFactor, type SecondFactorPolicy, type SecondFactors } from '../second-factor/index.ts'
import { SECURITY } from './security-deps.ts'

export interface SecurityFacts {
  readonly actor: StaffActor
  readonly policy: SecondFactorPolicy
  readonly factors: SecondFactors
  readonly passkeys: readonly Passkey[]
  readonly passkeysOffered: boolean
  readonly hasPassword: boolean
  readonly sessions: readonly LoginSession[]
  readonly current: LoginSession | undefined
  readonly next: string | undefined
}

/** Everything that opens somebody's account, on one page. */
export function securityPage(facts: SecurityFacts, t: Translate) {
  const { actor, factors, next } = facts
  return {
    title: t('signIn.securityTitle'),
    section: 'security',
    owes: actor.owes !== undefined,
    needed: needsSecondFactor(facts.policy, actor),
    next,
    factors: { ...factors, any: factors.appSince !== null || factors.passkeys > 0 },
    fewCodes: factors.recoveryCodesLeft < 3,
    passkeysOffered: facts.passkeysOffered,
    hasPassword: facts.hasPassword,
    passkeys: facts.passkeys.map((passkey) => ({
      name: passkey.name === '' ? t('signIn.passkeyUnnamed') : passkey.name,
      kind: t(passkey.synced ? 'signIn.passkeySynced' : 'signIn.passkeyOneDevice'),
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
      removePath: `${SECURITY}/passkeys/${passkey.id}/remove`,
    })),
    sessions: facts.sessions.map((session) => ({
      device: session.device === '' ? t('signIn.deviceUnknown') : session.device,
      way: t(`signIn.way-${session.way}`),
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      current: session.id === facts.current?.id,
      endPath: `${SECURITY}/sessions/${session.id}/end`,
    })),
    others: facts.sessions.length > 1,
  }
}
