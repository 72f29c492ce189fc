import type { Message } from '../messages.ts'

/** The file for the EU's issuer of digital credentials. */
export const europass = {
  title: 'Pour Europass',
  lede: 'Le même contenu que ton passeport, dans le format européen des attestations numériques.',
  forTitle: 'À quoi sert ce fichier\u00a0?',
  forWhom:
    'Une structure qui délivre des attestations européennes peut le déposer dans l’outil de l’Union européenne, le signer de son cachet et te l’envoyer dans ton espace Europass.',
  byItself:
    'Seul, il n’est pas signé\u00a0: il ne prouve rien. Ce qui prouve, c’est ton passeport et son code.',
  not: 'Ce n’est pas un Europass Mobilité, et il n’en porte pas le numéro.',
  whatTitle: 'Ce qu’il contient',
  what: 'Ton nom, tes séjours, tes compétences avec leur niveau, les structures qui les attestent, et une image de ces informations en français et en anglais.',
  get: 'Télécharger le fichier (JSON\u2011LD)',
  // in the file and on its picture
  documentTitle: 'Compétences acquises en mobilité',
  pictureTitle: 'Compétences acquises en mobilité de {name}',
  pictureDescription: '{name}. {stays} {skills}',
  skills: 'Compétences',
  unsigned: 'Copie sans signature. L’original se vérifie ici\u00a0:',
  level: 'Niveau attesté',
  declared: 'Niveau que la personne déclare\u00a0: {level}',
  confirmed: 'Niveau confirmé par {name}\u00a0: {level}',
  confirmedThere: 'Niveau confirmé par l’accueil\u00a0: {level}',
  pageOf: 'Page {page} sur {pages}',
  fileName: 'Europass {name}',
} as const satisfies Record<string, Message>
