import type { Message } from '../messages.ts'

export const hostVoice = {
  link: 'Parole de l’accueil',
  title: 'La parole de l’accueil pour {name}',
  heading: 'La parole de l’accueil à l’étranger',
  lede: 'Un lien personnel, sans compte, dans sa langue\u00a0: la personne qui a accueilli {name} confirme les dates, dit ce qu’elle a vu et ajoute une phrase.',
  askHeading: 'Demander',
  askAgainHeading: 'Demander à nouveau',
  askAgainHint: 'Un nouveau lien part, et le précédent n’ouvre plus rien. Ce qui a été répondu reste.',
  tutorName: 'Nom de la personne',
  email: 'Son adresse de courriel',
  emailHint:
    'Elle est effacée dès la réponse, ou quand le lien n’est plus valable. Sans adresse, imprimez le lien.',
  language: 'Langue du message',
  ask: 'Envoyer',
  askAgain: 'Renvoyer',
  print: 'Imprimer le lien',
  paperHint:
    'Feuille à remettre, en langue\u00a0: {language}. Imprimez cette page maintenant (Ctrl+P)\u00a0: son code ne sera plus montré.',
  printHint: 'L’impression crée aussi un nouveau lien.',
  sent: 'Envoyé à {to} le {date}.',
  sentAgain: 'Renvoyé à {to} le {date}. Le lien précédent n’ouvre plus rien.',
  notSent: 'Le message pour {to} n’a pas pu partir. Vérifiez l’adresse, renvoyez-le, ou imprimez le lien.',
  stepsHeading: 'Où en est le lien',
  stepSentTo: 'Envoyé à {to} le {date}',
  stepSent: 'Envoyé par courriel le {date}',
  stepNotSent: 'Pas parti\u00a0: le serveur de courriel ne l’a pas pris',
  stepPrinted: 'Imprimé le {date}',
  stepUnopened: 'Pas encore ouvert',
  stepOpened: 'Ouvert le {date}',
  stepUnanswered: 'Réponse attendue jusqu’au {date}',
  stepAnswered: 'Réponse reçue le {date}',
  'closed-withdrawn': 'Ce lien est retiré.',
  'closed-replaced': 'Un lien plus récent a pris sa place.',
  'closed-expired': 'Ce lien n’est plus valable\u00a0: envoyez-en un nouveau.',
  withdrawnOn: 'La demande a été retirée le {date}.',
  answerHeading: 'Ce que dit l’accueil',
  named: 'A accepté que son nom figure dans le passeport.',
  notNamed:
    'Ne souhaite pas que son nom figure dans le passeport\u00a0: seule la structure d’accueil y est nommée.',
  datesConfirmed: 'Dates confirmées\u00a0: {dates}.',
  otherDates:
    'Dates différentes selon l’accueil\u00a0: {dates}. Votre dossier n’a pas changé\u00a0: à vous de vérifier. Dans le passeport, ce sont les dates de l’accueil qui accompagnent sa parole.',
  toStay: 'Vérifier le séjour',
  nothingSeen: 'Aucune compétence choisie.',
  whereHeading: 'Où cette parole est dite',
  endorsement: 'Voir la confirmation signée',
  waits: 'Le passeport signé ne dit pas encore la même chose.',
  renew: 'Mettre le passeport à jour',
  renewed: 'Le passeport est à jour.',
  stillWaits:
    'Ce n’est pas encore possible\u00a0: une autre signature est en attente. Réessayez dans un moment.',
  withdraw: 'Retirer la demande',
  withdrawHint:
    'Le lien n’ouvre plus rien, l’adresse est effacée, et ce qui a été répondu sort des sessions et du passeport.',
  withdrawnFlash: 'La demande est retirée.',
  toldSubject: 'L’accueil de {name} a répondu',
  toldAgainSubject: 'L’accueil de {name} a changé sa réponse',
  toldSession:
    'La réponse de l’accueil est arrivée. Elle est déjà dans la session de {name}, comme troisième voix\u00a0; vous la relirez avant de signer.',
  toldSigned:
    'La réponse de l’accueil est arrivée après la signature. Le passeport de {name} a été renouvelé avec elle. Relisez-la\u00a0: vous pouvez la retirer.',
  toldWaits:
    'La réponse de l’accueil est arrivée après la signature, et n’est pas encore dans le passeport de {name}. La page du séjour permet de réessayer.',
  toldLink: 'Lire la réponse',
  signHost: 'Ce que dit l’accueil',
} as const satisfies Record<string, Message>
