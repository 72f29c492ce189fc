import { formatDate } from '../../platform/i18n/index.ts'
import { mobilityFacts } from '../mobilities/index.ts'
import { fullName } from '../learners/index.ts'
import type { Enrolment, TrainingSession } from '../training-sessions/index.ts'
import { verificationUrl, type CredentialRecord } from '../../issuer/credentials/index.ts'
import { attestable, type AssessedLevel } from './assessment.ts'
import { levelModel, type Words } from './cell-view.ts'
import { personModel } from './grid-view.ts'
import type { PlannedPerson } from './plan-signing.ts'
import type { GridCell } from './read-grid.ts'
import type { SigningPreview } from './sign-session.ts'

/** The page before the act: exactly what will be signed, for whom, and what stays. */
export function signModel(
  preview: SigningPreview,
  words: Words,
  options: { signer: string; issuerName: string; stale: boolean },
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
    promise: t('sessions.signPromise', {
      credentials: t('sessions.credentials', { count: plan.credentials }),
      youths: t('sessions.youths', { count: plan.recipients }),
    }),
    recipients: plan.people
      .filter(({ credentials }) => credentials > 0)
      .map((one) => recipient(one, preview, words)),
    others: plan.people
      .filter(({ credentials }) => credentials === 0)
      .map((one) => ({
        ...personModel(one.enrolment, words),
        why: one.nothingBecause === 'absent' ? t('sessions.whyAbsent') : t('sessions.whyNothing'),
      })),
  }
}

function recipient(person: PlannedPerson, { session, evidence }: SigningPreview, words: Words) {
  const { locale, t } = words
  const names = (list: PlannedPerson['notYet']): string => list.map(({ short }) => short[locale]).join(', ')
  const stay = person.enrolment.mobility
  return {
    ...personModel(person.enrolment, words),
    count: t('sessions.credentials', { count: person.credentials }),
    levels: person.competences.map(({ cell, level }) => ({
      ...levelModel(cell.competence, level, words),
      label: cell.competence.label[locale],
      beside: otherVoices(cell, words),
      note: cell.attested?.observation,
    })),
    stayLine: person.mobility && stay ? mobilityFacts(stay, locale).programme : undefined,
    stayNotOver: session.kind === 'return' && stay !== undefined && !person.mobility,
    attendance: person.attendance,
    observation: person.enrolment.observation,
    evidence: citedEvidence(person, evidence, words),
    notYet:
      person.notYet.length === 0 ? undefined : t('sessions.staysNotYet', { names: names(person.notYet) }),
    open: person.open.length === 0 ? undefined : t('sessions.staysOpen', { names: names(person.open) }),
  }
}

/** « déclaré : avec initiative · confirmé : en autonomie par Tischlerei Weber »: signed beside the trainer's level. */
function otherVoices(cell: GridCell, words: Words): string {
  const { t } = words
  const said = (level: AssessedLevel | undefined) =>
    levelModel(cell.competence, attestable(level), words)?.words
  const declared = said(cell.declared?.level)
  const confirmed = said(cell.confirmed?.level)
  const host = cell.confirmed?.authorName
  const by = t('sessions.confirmedByHost', {
    host: host === undefined || host === '' ? t('sessions.unnamedHost') : host,
  })
  return [
    ...(declared === undefined ? [] : [t('sessions.declaredIs', { level: declared })]),
    ...(confirmed === undefined ? [] : [`${t('sessions.confirmedIs', { level: confirmed })} ${by}`]),
  ].join(' · ')
}

/** Evidence is cited by its title in the competences it speaks of; what it shows stays with the session. */
function citedEvidence(
  person: PlannedPerson,
  evidence: SigningPreview['evidence'],
  { t }: Words,
): string | undefined {
  const attested = new Set(person.competences.map(({ cell }) => cell.competence.code))
  const cited = (evidence.get(person.enrolment.id) ?? []).filter(({ competence }) =>
    competence === undefined ? attested.size > 0 : attested.has(competence),
  )
  return cited.length === 0
    ? undefined
    : t('sessions.evidenceCited', { names: cited.map(({ name }) => name).join(', ') })
}

/** The page after the act: who has what, where it can be checked, what to print. */
export function signedModel(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  credentials: readonly CredentialRecord[],
  words: Words,
  publicUrl: string,
) {
  const { t } = words
  const pending = credentials.filter(({ signed }) => signed === null).length
  const people = enrolments.map((enrolment) => {
    const own = credentials.filter(({ learnerId }) => learnerId === enrolment.learner.id)
    const passport = own.find(({ kind }) => kind === 'passport')
    const others = own.filter(({ kind }) => kind !== 'passport')
    return {
      ...personModel(enrolment, words),
      name: fullName(enrolment.learner),
      count: others.length === 0 ? undefined : t('sessions.credentials', { count: others.length }),
      passport: passport && link(passport, publicUrl),
      credentials: others.map((one) => link(one, publicUrl)),
    }
  })
  return {
    title: t('sessions.signedTitle', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    done: t('sessions.signedSummary', {
      credentials: t('sessions.credentials', {
        count: credentials.filter(({ kind }) => kind !== 'passport').length,
      }),
      youths: t('sessions.youths', { count: people.filter(({ passport }) => passport).length }),
    }),
    signature: t('sessions.signedOnBy', {
      date: formatDate(words.locale, session.signedAt ?? '', 'time'),
      name: session.signedByName ?? '',
    }),
    pending: pending === 0 ? undefined : t('sessions.pendingCount', { count: pending }),
    recipients: people.filter(({ count, passport }) => count !== undefined || passport !== undefined),
    others: people.filter(({ count, passport }) => count === undefined && passport === undefined),
  }
}

function link(credential: CredentialRecord, publicUrl: string) {
  return {
    title: credential.title,
    code: credential.code.replace(/(.{4})(?=.)/g, '$1 '),
    href: new URL(verificationUrl(publicUrl, credential.code)).pathname,
    ready: credential.signed !== null,
    revoked: credential.revokedAt !== null,
  }
}
