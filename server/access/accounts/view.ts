import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Account, Member } from './account.ts'
import { hasExpired, type Invitation } from './invitation.ts'

/** Pending invitations as both pages list them. */
function invitationItems(invitations: readonly Invitation[], path: string, now: Date, t: Translate) {
  return invitations.map((invitation) => ({
    name: invitation.name,
    email: invitation.email,
    role: t(`access.role-${invitation.role}`),
    expiresAt: invitation.expiresAt,
    expired: hasExpired(invitation.expiresAt, now),
    path: `${path}/${invitation.id}`,
  }))
}

/** One structure: who is in, who was asked, and for its coordinators the form to ask somebody. */
export function structurePage(
  input: {
    organisation: Organisation
    members: readonly Member[]
    invitations: readonly Invitation[]
    actor: StaffActor
    now: Date
  },
  t: Translate,
) {
  const { organisation, members, actor } = input
  const coordinates = mayActIn(actor, organisation.id, 'coordinator')
  const path = `/organisation/${organisation.slug}`
  return {
    title: organisation.name,
    section: 'organisation',
    organisation: {
      name: organisation.name,
      publicLabel: organisation.publicLabel,
      about: [t(`access.kind-${organisation.kind}`), organisation.town]
        .filter((part) => part !== null)
        .join(' · '),
    },
    coordinates,
    action: `${path}/invitations`,
    detailsPath: `${path}/details`,
    networkPath: `${path}/network`,
    trainingsPath: `${path}/trainings`,
    passportsPath: `${path}/passports`,
    members: members.map((member) => ({
      name: member.name,
      email: member.email,
      role: t(`access.role-${member.role}`),
      since: member.since,
      endPath:
        coordinates && member.accountId !== actor.accountId
          ? `${path}/members/${member.accountId}/end`
          : undefined,
      signOutPath:
        coordinates && member.accountId !== actor.accountId
          ? `${path}/members/${member.accountId}/sign-out`
          : undefined,
    })),
    invitations: coordinates ? invitationItems(input.invitations, `${path}/invitations`, input.now, t) : [],
    roles: (['trainer', 'coordinator'] as const).map((value) => ({
      value,
      label: t(`access.role-${value}`),
      hint: t(`access.roleHint-${value}`),
    })),
  }
}

/** Who runs the platform, and the form to ask somebody else. */
export function adminsPage(
  input: { admins: readonly Account[]; invitations: readonly Invitation[]; now: Date },
  t: Translate,
) {
  return {
    title: t('access.adminsTitle'),
    section: 'admin',
    action: '/admin/invitations',
    admins: input.admins.map(({ name, email }) => ({ name, email })),
    invitations: invitationItems(input.invitations, '/admin/invitations', input.now, t),
  }
}

/** Everybody who has an account. */
export function accountsPage(
  input: { accounts: readonly Account[]; more: boolean; words: string; actor: StaffActor },
  t: Translate,
) {
  return {
    title: t('signIn.accountsTitle'),
    section: 'admin',
    words: input.words,
    more: input.more,
    count: input.accounts.length,
    accounts: input.accounts.map(({ id, name, email, admin, disabledAt }) => ({
      name,
      email,
      admin,
      disabledAt,
      self: id === input.actor.accountId,
      path: `/admin/accounts/${id}`,
    })),
  }
}

/** What is said to somebody whose structures are all closed: a thank-you and what to do, on any page they land on. */
export function goneView(names: readonly string[], t: Translate) {
  if (names.length === 0) return undefined
  return {
    title: t('structures.goneTitle', { count: names.length }),
    text: t('structures.goneText', { names: names.join(', ') }),
    next: t('structures.goneNext'),
  }
}
