import type { clients as original } from '../fr/clients.ts'
import type { SameKeys } from '../messages.ts'

export const clients: SameKeys<typeof original> = {
  title: 'Authorised programs',
  link: 'Authorised programs',
  intro:
    'The programs that may talk to the platform, each with its rights and its token: a password for programs.',
  add: 'Authorise a program',
  none: 'No program yet',
  noneAbout:
    'That is fine: the platform needs none to do its work. Authorise one when a partner asks for it.',
  platform: 'The platform itself',

  'scope-credentials:issue': 'Have credentials signed',
  'scopeHint-credentials:issue':
    'By the trial issuers (did:key), never in the name of the platform or of an organisation.',
  'scope-credentials:status': 'Withdraw what it had signed',
  'scopeHint-credentials:status':
    'Changes the status of the credentials that this program had signed, and of no others.',
  'scope-credentials:derive': 'Prepare extracts',
  'scopeHint-credentials:derive': 'Shows only the chosen parts of a credential (ecdsa-sd-2023).',

  scopes: 'Its rights',
  lastUse: 'Last call',
  neverUsed: 'not yet',
  neverUsedYet: 'This program has not been used yet.',
  expiresOn: 'Last day',
  disabledOn: 'Disabled on',
  'state-active': 'authorised',
  'state-expired': 'past its last day',
  'state-structure-closed': 'organisation closed',
  'state-disabled': 'disabled',
  token: 'Token',
  oldToken: 'Former token',
  givenOn: 'given on {date}',
  usedOn: 'Last call on {date}.',
  oldEnds: 'The former token still works until {date}.',

  newTitle: 'Authorise a program',
  newIntro: 'Its token is shown once, right afterwards. Hand it to the person who looks after the program.',
  name: 'Name of the program',
  nameHint: 'One that you will recognise in a year: “Portal of the Region”, for example.',
  owner: 'On behalf of',
  lastDay: 'Last day',
  lastDayHint: 'Leave empty for an authorisation without an end.',
  create: 'Create the token',

  tokenTitle: 'A token for “{name}”',
  tokenOnce: 'Copy this token now',
  tokenOnceAbout:
    'We keep only a fingerprint of it, enough to recognise it but not to read it back: nobody can show it to you again. Pass it on as you would a password.',
  tokenUse: 'The program sends it with each call:',
  tokenKept: 'I have copied it',

  rotate: 'New token',
  rotateTitle: 'A new token for “{name}”',
  rotateIntro: 'The new token works at once. The former one may stay open while you change over.',
  tokensNow: 'Tokens that work today:',
  graceLabel: 'And the former token?',
  graceNone: 'It stops working right now',
  graceNoneHint: 'Choose this if the former one may have fallen into other hands.',
  grace: { one: 'It still works for {count} day', other: 'It still works for {count} days' },
  rotateConfirm: 'Create the new token',

  disable: 'Disable',
  disableTitle: 'Disable “{name}”?',
  disableAbout:
    'From its next call on, none of its tokens opens anything. This is final: to come back, a new program has to be authorised. What it had signed stays signed.',
  disableConfirm: 'Disable this program',
  disabled: 'This program is disabled.',

  // the command line
  cliAbout: 'programs that may call the interface',
  cliList: 'list the programs, their rights and their last call',
  cliCreate: 'authorise a program and show its token, once',
  cliRotate: 'give a program a new token',
  cliDisable: 'disable a program, for good',
  cliName: 'name of the program',
  cliId: 'identifier of the program (see clients list)',
  cliScope: 'right to give; repeat it to give several ({scopes})',
  cliOrganisation: 'organisation (its slug) on whose behalf it calls; the platform otherwise',
  cliExpires: 'last day, YYYY-MM-DD',
  cliGrace: 'days for which the former token still opens, 0 to 7',
  cliToken: 'Token for {name} (it will never be shown again):',
  cliDisabled: '{name} is disabled.',

  // the conformance mode of `passerelle serve`
  cliConformance: 'conformance trial mode: did:key issuers open to a passing token, without rate limits',
  cliTargetFile: 'with --conformance: file to write the addresses and the passing token to (mode 0600)',
  cliYesReally: 'with --conformance: accept a public address',
  conformanceOn: 'CONFORMANCE TRIAL MODE: never use it in production.',
  conformanceAbout:
    'Whoever reads {file} can have anything signed by the trial issuers, without rate limits, until this server stops.',
  conformancePublic:
    'PUBLIC_URL is an address that others can reach: this server looks like a production one. Add --yes-really if this is really what you want.',
  conformanceNeedsFile: '--conformance and --target-file go together.',
}
