import type { trainings as original } from '../fr/trainings.ts'
import type { SameKeys } from '../messages.ts'

export const trainings: SameKeys<typeof original> = {
  title: 'The team’s training',
  lede: 'What people were trained in stands on the verification page, beside the name of whoever attests: it says why their word counts.',
  link: 'Training',
  none: 'No training recorded.',
  hours: { one: '{count} hour', other: '{count} hours' },
  record: 'Record a training',
  recordIntro: 'You have seen the certificate: write it down here.',
  nobodyElse: 'Invite somebody else first: nobody records their own training.',
  person: 'For whom',
  choosePerson: 'Choose somebody',
  trainingTitle: 'Title',
  trainingTitleHint: 'For example: Supporting the return from mobility.',
  provider: 'Given by',
  providerHint: 'For example: the Erasmus+ national agency.',
  completedOn: 'Completed on',
  hoursLabel: 'Length in hours',
  recordSubmit: 'Record',
  recorded: 'The training is recorded.',
  remove: 'Remove',
  removeAbout: 'It will no longer stand on verification pages.',
  removeConfirm: 'Remove the training',
  removed: 'The training is removed.',
}
