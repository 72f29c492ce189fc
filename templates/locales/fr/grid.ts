import type { Message } from '../messages.ts'

/** The grid while it is filled: what others say, what waits on the device, the keyboard, the paper grid, the signature. */
export const grid = {
  // what is shown in a cell
  'earlier-departure': 'au départ, {date}\u00a0: {level}',
  'earlier-return': 'retour de {date}\u00a0: {level}',
  competenceIs: '{competence}\u00a0: {level}',
  stayIn: 'séjour à {place}',
  changedBy:
    'Entre-temps, {by} a enregistré «\u00a0{current}\u00a0» ({at}). Vous aviez choisi «\u00a0{typed}\u00a0».',
  keepTheirs: 'Garder «\u00a0{value}\u00a0»',
  keepMine: 'Mettre «\u00a0{value}\u00a0»',
  placeGone: 'Cette personne n’est plus inscrite à la session.',

  // what waits on this device
  allSaved: 'Tout est enregistré.',
  saving: 'Enregistrement…',
  queuedOne: '1 changement gardé sur cet appareil, envoyé dès que le réseau revient.',
  queuedMany: '{count} changements gardés sur cet appareil, envoyés dès que le réseau revient.',
  conflictsOne: 'Une case a changé des deux côtés\u00a0: choisissez.',
  conflictsMany: '{count} cases ont changé des deux côtés\u00a0: choisissez.',
  signedOut: 'Votre connexion a expiré. Vos changements sont gardés sur cet appareil\u00a0:',
  signInAgain: 'se reconnecter',
  signedMeanwhile: 'Cette session vient d’être signée\u00a0: la grille ne change plus.',
  notSentAnyMore:
    'Vos changements restés sur cet appareil n’ont pas été signés\u00a0: une correction les reprendra.',
  dropQueue: 'Les effacer de cet appareil',
  someoneElse: 'Sur cet appareil, des changements d’une autre personne attendent encore d’être envoyés.',
  leaveWarning:
    'Des changements attendent encore sur cet appareil. Se déconnecter les effacera. Se déconnecter quand même\u00a0?',
  undo: 'Annuler',
  undoLabel: 'Annuler le dernier changement',
  undone: 'C’est annulé.',
  confirmed: 'Ce que les jeunes ont déclaré est repris dans vos cases vides.',

  // observations
  noteOf: 'Observation\u00a0: {competence}, {name}',
  noteButton: 'Observation',
  ideas: 'Idées de phrases',
  ideasFor: 'Idées de phrases pour {name}',
  ideasHint: 'Touchez une phrase pour l’ajouter, puis changez-la à votre façon.',
  ideasNone: 'Posez d’abord un niveau\u00a0: les idées de phrases suivent.',
  close: 'Fermer',

  // keyboard
  keys: 'Raccourcis clavier',
  keysIntro: 'Dans une case de la grille\u00a0:',
  keysDigits: 'pose le niveau (pour une langue, 1 à 6 valent A1 à C2)',
  keysEmpty: 'vide la case',
  keysNotYet: 'pose «\u00a0pas encore\u00a0»',
  keysArrows: 'passe à la compétence d’à côté',
  keysRows: 'passe à la personne suivante, ou précédente',
  keysChoose: 'choisit dans la liste, comme partout',
  keysNote: 'ouvre l’observation de la case',
  keysUndo: 'annule le dernier changement',
  keysHelp: 'ouvre cette aide',
  keysOr: 'ou',
  keyLeftRight: '← →',
  keyUpDown: '↑ ↓',
  keyEnter: 'Entrée',
  keyShiftEnter: 'Maj + Entrée',
  keyBackspace: 'Retour arrière',
  keyUndo: 'Ctrl + Z',

  // signing
  reviewTitle: 'Ce qui sera signé',
  reviewLink: 'Relire et signer',
  reviewWait: 'La liste se met à jour…',
  reviewAll: 'Tout lire, mot à mot',
  signPeople: { one: 'Signer pour {count} personne', other: 'Signer les {count}' },
  printPeople: { one: 'Imprimer le passeport', other: 'Imprimer les {count}' },
  onlyStructure: 'Seules les personnes de la structure qui ont vu les jeunes peuvent signer.',
  waitsForQueue: 'La signature attend que tout soit enregistré.',
  waitsForChoice: 'La signature attend votre choix dans les cases en conflit.',
  signingTitle: 'Signature en cours\u00a0: {title}',
  signingHeading: 'Signature en cours',
  signingText: 'C’est décidé\u00a0: la signature continue même si vous fermez cette page.',
  signingProgress: '{done} sur {total}',
  signingLong: 'Si rien n’avance pendant une minute\u00a0:',

  // side by side
  together: 'Côte à côte',
  togetherTitle: 'Côte à côte avec {name}',
  togetherIntro:
    'Une compétence à la fois, sur un seul écran ou chacun sur le sien\u00a0: ce que l’un change, l’autre le voit.',
  theySay: 'Ce que dit {name}',
  iSaw: 'Ce que j’ai vu',
  togetherPhone:
    '{name} peut aussi le faire sur son téléphone, en ouvrant sa page personnelle avec sa fiche.',
  togetherDone: 'Revenir à la personne',

  // typing the paper grid
  typing: 'Saisir la grille papier',
  typingTitle: 'Saisir la grille papier\u00a0: {title}',
  typingIntro:
    'Une ligne par jeune, dans l’ordre de la feuille. Tapez les niveaux dans l’ordre des colonnes, séparés par une espace.',
  typingNotYet: 'pas encore',
  typingNothing: 'rien',
  typingEmpty: 'Une ligne vide ne change rien.',
  typingExample: 'Exemple',
  typingLine: 'Niveaux de {name}, ligne {number}',
  typingColumns: 'Les colonnes et leurs niveaux',
  typingShort: 'encore {count} à taper',
  wrongMark:
    'Ligne {number}, colonne {column} ({competence})\u00a0: «\u00a0{mark}\u00a0» n’est pas un de ses niveaux.',
  wrongCount:
    'Ligne {number}\u00a0: {typed} niveaux pour {count} colonnes. Tapez «\u00a0-\u00a0» pour une case vide.',
} as const satisfies Record<string, Message>
