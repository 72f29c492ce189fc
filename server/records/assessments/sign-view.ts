import { inGroupsOfFour } from '../../kernel/ids.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import type { Enrolment, TrainingSession } from '../training-sessions/index.ts'
import { verificationUrl, type CredentialRecord } from '../../issuer/credentials/index.ts'
import type { Words } from './cell-view.ts'
import { personModel } from './grid-view.ts'
import { recipientModel } from './sign-recipient.ts'
import type { SigningPreview } from './sign-session.ts'

/** The page before the act: exactly what will be signed, for whom, and what stays. */
export function signModel(
  preview: SigningPreview,
  words: Words,
  options: { signer: string; issuerName: string; maySign: boolean },
) {
  const { session, plan, version } = preview
  const { t } = words
  return {
    title: t('sessions.signTitle', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    version,
    ...options,
    nothing: plan.credentials === 0,
    signLabel: t('grid.signPeople', { count: plan.recipients }),
    promise: t('sessions.signPromise', {
      credentials: t('sessions.credentials', { count: plan.credentials }),
      youths: t('sessions.youths', { count: plan.recipients }),
    }),
    recipients: plan.people
      .filter(({ credentials }) => credentials > 0)
      .map((one) => recipientModel(one, preview, words)),
    others: plan.people
      .filter(({ credentials }) => credentials === 0)
      .map((one) => ({
        ...personModel(one.enrolment, words),
        why: one.nothingBecause === 'absent' ? t('sessions.whyAbsent') : t('sessions.whyNothing'),
      })),
  }
}

/** The page after the act: who has what, where it can be checked, what to print. */
export function signedModel(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  all: readonly CredentialRecord[],
  words: Words,
  options: { readonly publicUrl: string; readonly mayCorrect: boolean; readonly mayManage: boolean },
) {
  const { t } = words
  const unsigned = all.filter(({ signed }) => signed === null)
  const credentials = all.filter(isCurrent)
  const failed = unsigned.filter(({ failure }) => failure !== null).length
  const pending = unsigned.length - failed
  const recipients = enrolments.filter(({ learner }) => all.some(({ learnerId }) => learnerId === learner.id))
  const people = enrolments.map((enrolment) => {
    const own = credentials.filter(({ learnerId }) => learnerId === enrolment.learner.id)
    const passport = passportOf(all.filter(({ learnerId }) => learnerId === enrolment.learner.id))
    const others = own.filter(({ kind }) => kind !== 'passport')
    return {
      ...personModel(enrolment, words),
      name: fullName(enrolment.learner),
      count: others.length === 0 ? undefined : t('sessions.credentials', { count: others.length }),
      passport: passport && link(passport, options),
      credentials: others.map((one) => link(one, options)),
      correct: options.mayCorrect ? `/sessions/${session.id}/correct?person=${enrolment.id}` : undefined,
    }
  })
  return {
    title: t(pending > 0 ? 'grid.signingTitle' : 'sessions.signedTitle', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    papers: `/sessions/${session.id}/passports.pdf`,
    progress:
      pending === 0
        ? undefined
        : {
            done: all.length - unsigned.length,
            total: all.length,
            words: t('grid.signingProgress', { done: all.length - unsigned.length, total: all.length }),
          },
    printLabel: t('grid.printPeople', { count: recipients.length }),
    done: t('sessions.signedSummary', {
      credentials: t('sessions.credentials', {
        // what a host says is passed on, and not counted among what was attested
        count: credentials.filter(({ kind }) => kind !== 'passport' && kind !== 'endorsement').length,
      }),
      youths: t('sessions.youths', { count: people.filter(({ passport }) => passport).length }),
    }),
    signature: t('sessions.signedOnBy', {
      date: formatDate(words.locale, session.signedAt ?? '', 'time'),
      name: session.signedByName ?? '',
    }),
    correct: options.mayCorrect ? `/sessions/${session.id}/correct` : undefined,
    failed: failed === 0 ? undefined : t('sessions.failedCount', { count: failed }),
    recipients: people.filter(({ count, passport }) => count !== undefined || passport !== undefined),
    others: people.filter(({ count, passport }) => count === undefined && passport === undefined),
  }
}

/** Neither replaced, nor waiting to replace another: that one is shown until then. */
const isCurrent = ({ signed, supersededBy, replaces }: CredentialRecord): boolean =>
  supersededBy === null && (signed !== null || replaces === null)

/** The person's newest passport of this session, signed where there is one: another session may have replaced them all. */
function passportOf(own: readonly CredentialRecord[]): CredentialRecord | undefined {
  const passports = own.filter(({ kind }) => kind === 'passport')
  return (
    passports.find(({ signed, supersededBy }) => signed !== null && supersededBy === null) ?? passports.at(-1)
  )
}

function link(
  credential: CredentialRecord,
  { publicUrl, mayManage }: { readonly publicUrl: string; readonly mayManage: boolean },
) {
  return {
    manage: mayManage ? `/credentials/${credential.code}/manage` : undefined,
    suspended: credential.suspendedAt !== null,
    title: credential.title,
    code: inGroupsOfFour(credential.code),
    href: new URL(verificationUrl(publicUrl, credential.code)).pathname,
    ready: credential.signed !== null,
    failed: credential.signed === null && credential.failure !== null,
    revoked: credential.revokedAt !== null,
  }
}
