import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Credential',
  ogTitle: 'A skills passport to look at',
  sentence: 'Attested by {issuer}. Each credential was verified just now.',
  sharedWith: 'Shared with {recipient}',
  until: 'Visible until {date}.',
  chosen: 'The person chose what to show here: their passport may say more.',
  notProves:
    'That the person in front of you is {holder}: ask for proof of identity if need be. Nor that this is all they can do.',
  fallen: 'Chosen too, but not valid today',
  nothingStands: 'Nothing to confirm today',
  nothingStandsText:
    'What was shared here is not confirmed today: withdrawn, paused or impossible to verify. Talk about it with the person.',
  'closed-unknownTitle': 'This link leads nowhere',
  'closed-unknown': 'Check the address, or ask the person who gave it to you for the link again.',
  'closed-withdrawnTitle': 'This share has been stopped',
  'closed-withdrawn':
    'The person is not showing it for now. That is their choice, and says nothing about their skills. Ask them for a new link.',
  'closed-expiredTitle': 'This share is over',
  'closed-expired': 'It had an end date, which has passed. Ask the person for a new link.',
}
