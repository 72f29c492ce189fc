import type { Message } from '../messages.ts'

export const common = {
  appName: 'Passerelle',
  tagline: 'Le passeport de compétences des jeunes partis à l’étranger',
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  signOut: 'Se déconnecter',
  cancel: 'Annuler',
  back: 'Retour',
  next: 'Suivant',
  previous: 'Précédent',
  optional: 'facultatif',
  sessions: 'Sessions',
  organisation: 'Ma structure',
  slips: 'Fiches perdues',
  admin: 'Plateforme',
  problemsTitle: {
    one: 'Il reste un point à corriger',
    other: 'Il reste {count} points à corriger',
  },
  halfDays: { one: '{count} demi-journée sur {of}', other: '{count} demi-journées sur {of}' },
  accessibility: 'Accessibilité\u00a0: non conforme (audit à venir)',
  esco: 'Ce service utilise la classification ESCO de la Commission européenne.',
} as const satisfies Record<string, Message>
