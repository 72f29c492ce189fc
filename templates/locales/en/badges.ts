import type { badges as original } from '../fr/badges.ts'
import type { SameKeys } from '../messages.ts'

export const badges = {
  title: 'Your badges',
  lede: 'One picture per skill. The signed proof is inside the file, and the square code opens its verification page.',
  none: 'Your badges will appear here once your skills are signed.',
  preview: 'Badge “{label}”',
  png: 'Picture (PNG)',
  svg: 'Picture (SVG)',
  which: 'PNG for your messages and networks. SVG to print it large.',
  linkedIn: 'Add to LinkedIn',
  linkedInSends:
    'When you tap “Add to LinkedIn”, LinkedIn opens and is told the name of the skill, your level, the organisation, the month and the verification address. Nothing is sent before.',
  nameShown: 'Your name is written on the picture: send it only to people you choose.',
  private:
    'Your passport is private. You may keep your pictures, but their code opens a page that only says “private”. This is why LinkedIn is not offered.',
  opened: {
    one: 'page opened {count} time in the last 30 days',
    other: 'page opened {count} times in the last 30 days',
  },
  fileName: 'Badge {label} {name}',
  eyebrow: 'Skill gained\non mobility',
  pictureTitle: '{label}, {level}',
  pictureDescription:
    'Badge of {name}. {label}: {level}, level {rank} of {max}. {voices}. {attested}. To be checked at {address}.',
  attested: 'Attested by {organisation}',
} as const satisfies SameKeys<typeof original>
