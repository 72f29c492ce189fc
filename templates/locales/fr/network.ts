import type { Message } from '../messages.ts'

/** A structure's place in the network. */
export const network = {
  title: 'Notre place dans le réseau',
  lede: 'Toutes les structures du réseau sont égales\u00a0: même taille, ordre alphabétique, mêmes droits sur leurs propres jeunes.',
  link: 'Réseau',
  conventionTitle: 'Convention',
  conventionBoth: 'Du {from} au {until}.',
  conventionFrom: 'Depuis le {from}.',
  conventionUntil: 'Jusqu’au {until}.',
  conventionNone: 'Aucune date n’est notée.',
  'convention-to-come': 'Elle n’a pas encore commencé.',
  'convention-running': 'Elle est en cours.',
  'convention-ending': 'Elle se termine bientôt\u00a0: pensez à la renouveler.',
  'convention-ended':
    'Elle est terminée. Vos sessions et vos passeports continuent\u00a0; parlez-en à la plateforme pour la renouveler.',
  outsideTitle: 'Ce que les autres lisent',
  outsideName: 'Les passeports et les pages publiques disent «\u00a0{name}\u00a0».',
  outsideLabel: 'Les passeports et les pages publiques disent «\u00a0{label}\u00a0», jamais le nom.',
  invitedBy: 'Votre structure a rejoint le réseau à l’invitation de {name}.',
  invitedTitle: 'Structures que nous avons invitées',
  invitedNone: 'Aucune pour le moment.',
  waiting: 'Invitation envoyée, pas encore de réponse',
  joined: 'Dans le réseau',
  closed: 'Structure fermée',
  remind: 'Renvoyer le lien',
  invite: 'Inviter une structure',
  inviteIntro:
    'La personne qui la coordonnera reçoit un lien, valable sept jours. Ensuite, la structure est chez elle\u00a0: vous n’y voyez rien de plus que les autres.',
  coordinatorName: 'Prénom et nom de la personne qui coordonnera',
  invited: 'La structure est créée, et l’invitation est partie.',
  adminTitle: 'Place dans le réseau',
  adminIntro:
    'La tête de réseau invite elle-même d’autres structures. Une convention échue ne bloque personne.',
  adminLink: 'Place dans le réseau',
  headLegend: 'Tête de réseau',
  headLabel: 'Cette structure peut en inviter d’autres',
  headHint: 'Elle n’a aucun autre droit sur elles.',
  fromLabel: 'Début de la convention',
  untilLabel: 'Fin de la convention',
} as const satisfies Record<string, Message>
