import type { structures as original } from '../fr/structures.ts'
import type { SameKeys } from '../messages.ts'

export const structures: SameKeys<typeof original> = {
  // a structure's name and contact
  detailsTitle: 'Name and contact of the organisation',
  detailsLink: 'Name and contact',
  detailsIntro:
    'What is already signed keeps the name of that time. The verification page adds beside it: “today: {name}”.',
  save: 'Save',
  saved: 'Saved.',

  // how a structure stands
  manage: 'Manage',
  team: 'The team',
  holds: 'What this organisation holds',
  holdsNothing: 'This organisation is empty.',
  life: 'What comes next',
  closedStructures: 'Organisations closed or merged',
  closedOn: 'Closed on {date}.',
  mergedInto: 'Merged into “{name}”, which answers for what it signed.',
  openSuccessor: 'See that organisation',
  staysValid: 'What it signed can still be verified.',
  'count-members': { one: '{count} person in the team', other: '{count} people in the team' },
  'count-invitations': { one: '{count} pending invitation', other: '{count} pending invitations' },
  'count-learners': { one: '{count} young person', other: '{count} young people' },
  'count-openSessions': { one: '{count} session to sign', other: '{count} sessions to sign' },
  'count-signedSessions': { one: '{count} signed session', other: '{count} signed sessions' },
  'count-credentials': { one: '{count} signed credential', other: '{count} signed credentials' },
  'count-pendingCredentials': {
    one: '{count} credential being signed',
    other: '{count} credentials being signed',
  },

  // closing
  close: 'Close the organisation',
  closeAbout: 'When nobody takes over. What it signed can still be verified, and you can open it again.',
  closeTitle: 'Close “{name}”?',
  closeEnds: 'What ends',
  closeEndsTeam: 'The team no longer has access to the organisation, and pending invitations are withdrawn.',
  closeEndsSessions:
    'No new session, no further signature in its name. Its authorised programs have access to nothing any more.',
  closeStays: 'What stays',
  closeStaysSigned:
    'Everything it signed can still be verified; the verification page says “today: organisation closed”.',
  closeStaysAdmin: 'The platform’s administrators can still withdraw a credential.',
  closeStaysBack: 'You can open it again: the team then gets its access back.',
  closeOpenSessions: {
    one: 'One session is not signed yet: its young people would get nothing. Have it signed first, or merge this organisation into another.',
    other:
      '{count} sessions are not signed yet: their young people would get nothing. Have them signed first, or merge this organisation into another.',
  },
  closePending: {
    one: 'One credential is being signed: it will be signed all the same.',
    other: '{count} credentials are being signed: they will be signed all the same.',
  },
  closeConfirm: 'Close the organisation',
  closeOrMerge: 'Merge it into another instead',
  closed: 'The organisation is closed. What it signed can still be verified.',

  // opening again
  reopen: 'Open the organisation again',
  reopenAbout:
    'The team it had when it closed and its authorised programs get their access back. Invitations have to be sent again.',
  reopenNameTaken:
    'Another organisation has this name today. Change that one first, then come back: nothing was changed.',
  reopened: 'The organisation is open again, with its team.',

  // one structure takes another over
  merge: 'Merge into another organisation',
  mergeAbout:
    'Another organisation takes over: the team, young people and sessions move there, and this one closes.',
  mergeTitle: 'Merge “{name}” into another organisation',
  mergeChoose: 'Which organisation takes over?',
  mergeNobody: 'There is no other open organisation in the network.',
  mergeContinue: 'See what changes',
  mergeIntro: '“{from}” closes, and “{into}” takes over. This cannot be undone.',
  mergeMoves: 'What moves to the new organisation',
  mergeMovesNothing: 'Nothing: this organisation is empty.',
  mergeTeam:
    'In the team, everybody keeps their role; whoever already works in both keeps the wider one. Pending invitations lead to the new organisation, and authorised programs move there with their tokens.',
  mergeStays: 'What stays as it was',
  mergeStaysSigned:
    'What “{from}” signed stays in its name and verifiable; the verification page adds “today: {into}”. The coordinators of the new organisation can correct or withdraw it.',
  mergeSame: {
    one: 'One person is known to both: same name, same date of birth',
    other: '{count} people are known to both: same name, same date of birth',
  },
  mergeSameText:
    'Their two records become one, with all their sessions. Their printed slips still open their passport, which brings everything together.',
  mergeDoubtful: 'Is this the same person?',
  mergeDoubtfulText:
    'The same name in both organisations, without a date of birth. Tick the box if you know that this is one person. Otherwise, add the date of birth with an import, then come back.',
  mergeOnePerson: '{name}: one and the same person',
  mergeTwice: 'Two places in a session to sign',
  mergeTwiceText:
    'These people are in it twice, once for each organisation. Have these sessions signed first, then come back.',
  mergeNamesakes: 'Records kept apart',
  mergeNamesakesText:
    'The same name as somebody of “{into}”, but another date of birth, or a date on one side only: nothing says that this is the same person.',
  mergeToldTwice: 'Stays told in two ways',
  mergeToldTwiceText: 'Each session keeps what it said of them.',
  mergeChanged: 'Records have changed since you opened this page. Read again, then confirm.',
  mergeType: 'To confirm, copy the name of the organisation that disappears',
  mergeConfirm: 'Merge the two organisations',
  merged: 'Done: the two organisations are now one.',
  born: 'born on {date}',

  // for somebody whose structure is no more
  goneTitle: { one: 'Your organisation has closed', other: 'Your organisations have closed' },
  goneText: '{names}: thank you for all you did there. What you signed remains valid and can be verified.',
  goneNext:
    'If you join another organisation of the network, its coordinator can invite you with this same address.',

  // beside a name, on the page an employer reads
}
