import type { Message } from '../messages.ts'

/** Who did what, when: the trail's pages and command. */
export const audit = {
  command: 'le journal\u00a0: qui a fait quoi, et s’il est intact',
  commandVerify: 'recalcule la chaîne du journal depuis le premier événement',
  commandNoted: 'un maillon noté auparavant (numéro:empreinte)\u00a0: la chaîne doit encore y passer',
  notedUnread: 'Un maillon s’écrit «\u00a01234:empreinte\u00a0», comme «\u00a0audit verify\u00a0» l’affiche.',
  intact: {
    one: 'Le journal est intact\u00a0: {count} événement.',
    other: 'Le journal est intact\u00a0: {count} événements.',
  },
  head: 'Dernier maillon, à noter ailleurs\u00a0: {head}',
  'fault-changed':
    'Le journal a été modifié\u00a0: l’événement n°\u00a0{seq} ne dit plus ce qui a été écrit.',
  'fault-missing': 'Le journal a un trou\u00a0: l’événement n°\u00a0{seq} manque.',
  'fault-cut': 'La fin du journal a été coupée\u00a0: l’événement n°\u00a0{seq} manque.',
  historyTitle: 'Historique de {name}',
  historyLede: 'Qui a fait quoi, et quand. Rien de ce journal ne peut être modifié.',
  historyBack: 'Revenir au dossier',
  historyEmpty: 'Rien n’a encore été fait avec ce dossier.',
  historyMore: 'Les {count} actions les plus récentes sont affichées.',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  note: 'Mot laissé\u00a0: {note}',
  'by-learner': 'La personne',
  'by-host': 'La structure d’accueil',
  'by-guardian': 'Son responsable légal',
  'by-system': 'Passerelle',
  'by-client': 'Un logiciel\u00a0: {name}',
} as const satisfies Record<string, Message>
