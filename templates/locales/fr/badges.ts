import type { Message } from '../messages.ts'

/** Badges: a picture a competence, that proves itself. */
export const badges = {
  title: 'Tes badges',
  lede: 'Une image par compétence. La preuve signée est dans le fichier, et le code carré ouvre sa page de vérification.',
  none: 'Tes badges apparaîtront ici quand tes compétences seront signées.',
  preview: 'Badge «\u00a0{label}\u00a0»',
  png: 'Image (PNG)',
  svg: 'Image (SVG)',
  which: 'PNG pour tes messages et tes réseaux. SVG pour imprimer en grand.',
  linkedIn: 'Ajouter à LinkedIn',
  linkedInSends:
    'Quand tu touches «\u00a0Ajouter à LinkedIn\u00a0», LinkedIn s’ouvre et reçoit le nom de la compétence, ton niveau, la structure, le mois et l’adresse de vérification. Rien ne part avant.',
  nameShown: 'Ton nom est écrit sur l’image\u00a0: envoie-la seulement à qui tu veux.',
  private:
    'Ton passeport est privé. Tu peux garder tes images, mais leur code ouvre une page qui dit seulement «\u00a0privé\u00a0». C’est pour cela que LinkedIn n’est pas proposé.',
  opened: {
    one: 'page ouverte {count} fois ces 30 derniers jours',
    other: 'page ouverte {count} fois ces 30 derniers jours',
  },
  fileName: 'Badge {label} {name}',
  // on the picture
  eyebrow: 'Compétence acquise\nen mobilité',
  pictureTitle: '{label}, {level}',
  pictureDescription:
    'Badge de {name}. {label}\u00a0: {level}, niveau {rank} sur {max}. {voices}. {attested}. À vérifier sur {address}.',
  attested: 'Attesté par {organisation}',
} as const satisfies Record<string, Message>
