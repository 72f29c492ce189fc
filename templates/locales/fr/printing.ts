import type { Message } from '../messages.ts'

/** Choosing how a passport is printed; said alike to young people and to staff. */
export const printing = {
  form: 'Quelle forme\u00a0?',
  page: 'Une page',
  pageHint: 'Une feuille A4, pour un dossier ou un classeur.',
  booklet: 'Livret à plier',
  bookletHint:
    'Une feuille A4 imprimée d’un seul côté, pliée en deux puis encore en deux\u00a0: il tient dans une poche.',
  foldAlt: 'Le haut de la feuille passe derrière, puis la gauche\u00a0: la couverture reste devant.',
  language: 'Langue',
  beside: 'Et une autre à côté, pour l’étranger',
  noOther: 'Aucune autre',
  open: 'Ouvrir le PDF',
  more: 'Livret à plier, ou deux langues',
  missing: {
    one: 'Le papier ne sait pas encore écrire ce caractère\u00a0: {characters}. Une case barrée prendra sa place\u00a0; à l’écran, rien ne change.',
    other:
      'Le papier ne sait pas encore écrire ces caractères\u00a0: {characters}. Des cases barrées prendront leur place\u00a0; à l’écran, rien ne change.',
  },
  bookletFile: 'livret',
} as const satisfies Record<string, Message>
