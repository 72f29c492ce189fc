import type { access as original } from '../fr/access.ts'
import type { SameKeys } from '../messages.ts'

export const access: SameKeys<typeof original> = {
  // roles and kinds of structures
  'role-trainer': 'Training',
  'role-coordinator': 'Coordination',
  'role-admin': 'Platform administration',
  'roleHint-trainer': 'Runs sessions, confirms competences and signs.',
  'roleHint-coordinator': 'Does the same, and invites the organisation’s team.',
  'roleHint-admin': 'Adds the organisations of the network and invites their teams.',
  'kind-mission-locale': 'Mission locale (youth employment centre)',
  'kind-cfa': 'Apprenticeship centre (CFA)',
  'kind-lycee': 'Secondary school (lycée)',
  'kind-association': 'Non-profit organisation',
  'kind-crij': 'Youth information centre (CRIJ)',
  'kind-region': 'Region',
  'kind-other': 'Other organisation',

  // signing in
  loginTitle: 'Sign in',
  loginIntro: 'For the teams of the network’s organisations. Young people and employers need no account.',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  loginNotRecognised: 'We do not recognise this address or password. Check them, then try again.',
  loginPause: 'Many tries for this account. Take a break of a quarter of an hour, or choose a new password.',
  loginNoAccount: 'No account yet? The person who coordinates your organisation can invite you.',
  signedOut: 'Signed out. See you soon!',

  // a forgotten password
  forgotten: 'Forgotten your password?',
  forgottenTitle: 'Choose a new password',
  forgottenIntro: 'Give the address of your account: we send you a link that works for one hour.',
  forgottenSend: 'Get the link',
  resetSent: 'If this address has an account, a link is on its way. Have a look at your inbox.',
  newPasswordTitle: 'Your new password',
  newPasswordSave: 'Save this password',
  passwordChanged: 'Your new password is saved. You can sign in.',
  passwordHint:
    'At least {count} characters. A phrase that nobody would guess is perfect: four unrelated words, for example. No need for digits or symbols.',

  // an invitation's link
  invitationTitle: 'Welcome: {where} is expecting you',
  invitationIntro: 'You are about to join the network. All we need is your name and a password.',
  invitationKnown:
    'You already have an account with this address: one click is enough, your password stays the same.',
  invitationRole: 'Your role',
  invitationEmail: 'Your address',
  yourName: 'Your first and last name',
  yourNameHint: 'This name will be written on the credentials that you sign.',
  accept: 'Come in',
  acceptKnown: 'Join',
  welcome: 'Welcome! Your account is ready.',
  joined: 'Done: you are now part of the organisation.',

  // a structure and its people
  structuresTitle: 'My organisations',
  noStructureTitle: 'No organisation yet',
  noStructureText: 'You are not part of an organisation yet. The person who coordinates it can invite you.',
  noStructureAdmin: 'See the organisations of the network',
  publicLabel: 'Name shown outside: {label}',
  members: 'The team',
  noMembers: 'Nobody has joined this organisation yet.',
  memberSince: 'since {date}',
  endMembership: 'Remove from the team',
  endMembershipAbout:
    '{name} will no longer open the organisation’s sessions. What they signed stays valid, and you can invite them again.',
  memberLeft: 'This person is no longer part of the team. What they signed stays valid.',
  invite: 'Invite somebody',
  inviteIntro: 'They receive an e-mail with a link that works for seven days.',
  inviteName: 'First and last name',
  inviteRole: 'Role',
  inviteSend: 'Send the invitation',
  onlyCoordinators: 'To invite somebody, ask the person who coordinates your organisation.',
  pending: 'Invitations waiting for an answer',
  pendingUntil: 'link works until {date}',
  pendingExpired: 'link to be renewed',
  resend: 'Send again',
  cancelInvitation: 'Take back',
  invitationSent: 'The invitation is on its way.',
  invitationResent: 'A new link is on its way. The former one no longer works.',
  invitationNotSent:
    'The invitation is ready, but the e-mail could not leave. Try “Send again” in a few minutes.',
  invitationCancelled: 'The invitation is taken back: its link no longer works.',

  // the platform
  adminTitle: 'The organisations of the network',
  adminCount: { one: '{count} organisation', other: '{count} organisations' },
  adminNone: 'No organisation yet: add the first one.',
  adminPeople: 'Platform administration',
  addStructure: 'Add an organisation',
  structureName: 'Name of the organisation',
  structureKind: 'Kind',
  structureTown: 'Town',
  structurePublicLabel: 'Neutral name for the outside',
  structurePublicLabelHint:
    'When the real name says too much about the young people (health, justice). It replaces the name everywhere outside.',
  structureEmail: 'Contact e-mail',
  structureEmailHint: 'Printed on passports: an employer can write to it.',
  structureUrl: 'Website',
  structureAdd: 'Add the organisation',
  structureCreated: 'The organisation is added. Now invite the person who coordinates it.',
  adminsTitle: 'Platform administration',
  adminsIntro: 'These people see every organisation, and can add more.',
  adminInviteHint: 'For a few trusted people.',
}
