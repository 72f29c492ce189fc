import type { audit as original } from '../fr/audit.ts'
import type { SameKeys } from '../messages.ts'

export const audit: SameKeys<typeof original> = {
  command: 'the audit trail: who did what, and whether it is intact',
  commandVerify: 'recomputes the chain of the trail from its first event',
  commandNoted: 'a link noted down earlier (number:digest): the chain must still pass through it',
  notedUnread: 'A link is written “1234:digest”, as “audit verify” prints it.',
  intact: {
    one: 'The trail is intact: {count} event.',
    other: 'The trail is intact: {count} events.',
  },
  head: 'Newest link, to note down elsewhere: {head}',
  'fault-changed': 'The trail was changed: event no. {seq} no longer says what was written.',
  'fault-missing': 'The trail has a hole: event no. {seq} is missing.',
  'fault-cut': 'The end of the trail was cut off: event no. {seq} is missing.',
  historyTitle: 'History of {name}',
  historyLede: 'Who did what, and when. Nothing in this trail can be changed.',
  historyBack: 'Back to the file',
  historyEmpty: 'Nothing has been done with this file yet.',
  historyMore: 'The {count} latest actions are shown.',
  when: 'When',
  who: 'Who',
  what: 'What',
  note: 'Note left: {note}',
  'by-learner': 'The young person',
  'by-host': 'The host',
  'by-guardian': 'The family',
  'by-system': 'Passerelle',
  'by-client': 'A program: {name}',
}
