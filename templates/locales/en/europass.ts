import type { europass as original } from '../fr/europass.ts'
import type { SameKeys } from '../messages.ts'

export const europass = {
  title: 'For Europass',
  lede: 'The same content as your passport, in the European format of digital credentials.',
  forTitle: 'What is this file for?',
  forWhom:
    'An organisation that issues European credentials can upload it to the European Union’s tool, sign it with its seal and send it to your Europass space.',
  byItself: 'On its own it is not signed: it proves nothing. What proves is your passport and its code.',
  not: 'It is not a Europass Mobility, and carries no number of one.',
  whatTitle: 'What it holds',
  what: 'Your name, your stays, your skills with their level, the organisations that attest them, and a picture of all this in French and in English.',
  get: 'Download the file (JSON\u2011LD)',
  documentTitle: 'Skills gained on mobility',
  pictureTitle: 'Skills {name} gained on mobility',
  pictureDescription: '{name}. {stays} {skills}',
  skills: 'Skills',
  unsigned: 'A copy without signature. The original is checked here:',
  level: 'Attested level',
  declared: 'Level the person declares: {level}',
  confirmed: 'Level confirmed by {name}: {level}',
  confirmedThere: 'Level confirmed by the host: {level}',
  pageOf: 'Page {page} of {pages}',
  fileName: 'Europass {name}',
} as const satisfies SameKeys<typeof original>
