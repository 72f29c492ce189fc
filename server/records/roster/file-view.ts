import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import { publicNameOf } from '../../access/organisations/index.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { staySummary } from '../mobilities/index.ts'
import type { LearnerDossier, SeatSeen } from './read-file.ts'
import type { TypedIdentity, Words } from './view.ts'

/** The page of a young person. */
export function fileModel(dossier: LearnerDossier, words: Words) {
  const { locale, t } = words
  const { learner, organisation, mayEdit, mayCoordinate, asksSupport } = dossier
  const base = `/learners/${learner.id}`
  const standing = dossier.credentials.filter(stands)
  const passport = standing.find(({ kind, signedAt }) => kind === 'passport' && signedAt !== null)
  return {
    title: fullName(learner),
    section: 'learners',
    unlisted: true,
    mayEdit,
    mayCoordinate,
    asksSupport,
    links: linksOf(base),
    structure: organisation && publicNameOf(organisation),
    born: learner.birthDate === null ? undefined : formatDate(locale, learner.birthDate),
    email: learner.email,
    recordedOn: formatDate(locale, learner.createdAt),
    hasSlip: dossier.hasSlip,
    minor: dossier.minor,
    guardian: dossier.shownPublicly ? t('roster.guardianAgreed') : t('roster.guardianAwaited'),
    passport: passport && { verify: `/v/${passport.code}`, pdf: `/passports/${passport.code}/passport.pdf` },
    stays: dossier.stays.map((stay) => ({
      ...staySummary(stay, words),
      hostLink: `/mobilities/${stay.id}/host`,
    })),
    sessions: dossier.seats.map((seat) => seatModel(seat, words)),
    credentials: dossier.credentials
      .filter(({ kind }) => kind !== 'passport')
      .reverse()
      .map((credential) => credentialModel(credential, mayCoordinate, words)),
    evidence: dossier.seats.flatMap(({ evidence }) =>
      evidence.map(({ id, title, file, kind }) => ({
        title,
        kind: t(`sessions.genre-${kind}`),
        href: file === undefined ? undefined : `/evidence/${id}`,
      })),
    ),
  }
}

const linksOf = (base: string) => ({
  edit: `${base}/edit`,
  newStay: `${base}/mobilities/new`,
  slip: `${base}/slip`,
  guardian: `${base}/guardian`,
  support: `${base}/support`,
  history: `${base}/history`,
  erase: `${base}/erase`,
})

const stands = (credential: CredentialRecord): boolean =>
  credential.revokedAt === null && credential.supersededBy === null

function seatModel({ session, open }: SeatSeen, { locale, t }: Words) {
  return {
    title: session.title,
    kind: t(`sessions.kind-${session.kind}`),
    // not « date »: that is a helper of the templates
    day: formatDate(locale, session.startsOn),
    signed: session.signedAt !== undefined,
    href: open ? `/sessions/${session.id}` : undefined,
  }
}

function credentialModel(credential: CredentialRecord, mayManage: boolean, { locale, t }: Words) {
  return {
    title: credential.title,
    state: stateOf(credential, t),
    good: credential.signedAt !== null && stands(credential) && credential.suspendedAt === null,
    signedOn: credential.signedAt === null ? undefined : formatDate(locale, credential.signedAt),
    verify: credential.signedAt === null ? undefined : `/v/${credential.code}`,
    manage: mayManage && credential.signedAt !== null ? `/credentials/${credential.code}/manage` : undefined,
  }
}

function stateOf(credential: CredentialRecord, t: Translate): string {
  if (credential.revokedAt !== null) return t('roster.stateRevoked')
  if (credential.supersededBy !== null) return t('roster.stateSuperseded')
  if (credential.suspendedAt !== null) return t('roster.stateSuspended')
  return t(credential.signedAt === null ? 'roster.statePending' : 'roster.stateSigned')
}

/** Who somebody is, to be said anew. */
export function editModel(dossier: LearnerDossier, refused: TypedIdentity | undefined, t: Translate) {
  const { learner } = dossier
  const signed = dossier.credentials.some(({ signedAt }) => signedAt !== null)
  return {
    title: t('roster.editTitle'),
    section: 'learners',
    pageClass: 'narrow',
    unlisted: true,
    action: `/learners/${learner.id}/edit`,
    back: `/learners/${learner.id}`,
    backTo: fullName(learner),
    intro: signed ? t('roster.editSigned') : undefined,
    values: {
      givenName: learner.givenName,
      familyName: learner.familyName,
      birthDate: learner.birthDate ?? '',
      email: learner.email ?? '',
      ...refused?.typed,
    },
    problems: refused?.problems ?? [],
    edit: true,
    submit: t('roster.save'),
  }
}
