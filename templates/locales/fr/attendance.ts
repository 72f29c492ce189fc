import type { Message } from '../messages.ts'

/** Attendance by half-day, on the screen and on paper. */
export const attendance = {
  title: 'Présence',
  titleOf: 'Présence\u00a0: {title}',
  intro: 'Une demi-journée à la fois. Rien n’est noté tant que vous n’avez rien dit.',
  halfDays: 'Demi-journées',
  'half-am': 'matin',
  'half-pm': 'après-midi',
  'on-am': '{day}, matin',
  'on-pm': '{day}, après-midi',
  complete: 'tout est noté',
  all: 'Tout le monde est là',
  allOthers: 'Les autres sont là',
  allHint:
    'Les personnes sans mention sont notées présentes. Vos exceptions restent comme vous les avez choisies.',
  save: 'Enregistrer',
  present: 'Présence',
  late: 'Retard',
  absent: 'Absence',
  excused: 'Excuse',
  unmarked: 'Pas noté',
  lateAt: 'Retard, {time}',
  arrival: 'Heure d’arrivée de {name}',
  arrivalShort: 'Arrivée à',
  arrivalHint: '9:15',
  countThere: { one: '{count} présence', other: '{count} présences' },
  countLate: { one: 'dont {count} retard', other: 'dont {count} retards' },
  countAway: { one: '{count} absence', other: '{count} absences' },
  countUnmarked: { one: '{count} pas encore notée', other: '{count} pas encore notées' },
  noted: { one: 'C’est noté pour {count} jeune.', other: 'C’est noté pour {count} jeunes.' },
  undo: 'Annuler',
  changedBy:
    'Entre-temps, {name} a noté «\u00a0{mark}\u00a0». Votre choix est encore là\u00a0: gardez le bon, puis enregistrez.',
  conflictTitle: 'Rien n’est perdu, rien n’est encore enregistré',
  conflictIntro: {
    one: 'Quelqu’un a noté autre chose que vous pour une personne.',
    other: 'Quelqu’un a noté autre chose que vous pour {count} personnes.',
  },
  invalidIntro: {
    one: 'Une heure est à revoir\u00a0: rien n’a été enregistré, tout ce que vous avez choisi est encore là.',
    other:
      '{count} heures sont à revoir\u00a0: rien n’a été enregistré, tout ce que vous avez choisi est encore là.',
  },
  nobody: 'Personne n’est encore inscrit',
  nobodyText: 'Inscrivez d’abord les jeunes de la session.',
  signed: 'Cette session est signée\u00a0: les présences ne changent plus.',
  byHalfDay: 'Noter par demi-journée',

  // on paper
  sheet: 'Feuille d’émargement',
  sheetTitle: 'Feuille d’émargement\u00a0: {title}',
  paperGrid: 'Grille papier',
  paperGridTitle: 'Grille papier\u00a0: {title}',
  print: 'Imprimer',
  printHint:
    'Imprimez cette page avec votre navigateur (Ctrl\u00a0+\u00a0P). Le papier est en A4, rien d’autre ne s’imprime.',
  blank: 'La même, sans les noms',
  withNames: 'Avec les noms',
  number: 'N°',
  nameColumn: 'Nom et prénom',
  trainers: 'Formatrices et formateurs',
  signHere: 'Chaque personne signe une fois par demi-journée, dans sa case.',
  heldBy: { one: 'Structure', other: 'Structures' },
  reference: 'Réf.',
  printedOn: 'Imprimé le {date}',
  circle: 'Entourez le niveau vu\u00a0: un seul par case. Une case vide ne dit rien.',
  pageNote: 'Niveaux',
  observation: 'Ce que vous avez vu, en une phrase concrète',
  copyLater:
    'À recopier dans la session {reference}, ligne par ligne\u00a0: le numéro de gauche est celui de la grille.',
  signatureOfTrainer: 'Nom et signature',
} as const satisfies Record<string, Message>
