import type { Message } from '../messages.ts'

/** What becomes of a structure: another name, closed, open again, taken over. */
export const structures = {
  // a structure's name and contact
  detailsTitle: 'Nom et contact de la structure',
  detailsLink: 'Nom et contact',
  detailsIntro:
    'Ce qui est déjà signé garde le nom d’alors. La page de vérification ajoute à côté\u00a0: «\u00a0aujourd’hui\u00a0: {name}\u00a0».',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',

  // how a structure stands
  manage: 'Gérer',
  team: 'L’équipe',
  holds: 'Ce qu’il y a dans cette structure',
  holdsNothing: 'Cette structure est vide.',
  life: 'La suite',
  closedStructures: 'Structures fermées ou réunies',
  closedOn: 'Fermée le {date}.',
  mergedInto: 'Réunie à «\u00a0{name}\u00a0», qui répond de ce qu’elle a signé.',
  openSuccessor: 'Voir cette structure',
  staysValid: 'Ce qu’elle a signé reste vérifiable.',
  'count-members': {
    one: '{count} personne dans l’équipe',
    other: '{count} personnes dans l’équipe',
  },
  'count-invitations': {
    one: '{count} invitation en attente',
    other: '{count} invitations en attente',
  },
  'count-learners': { one: '{count} jeune', other: '{count} jeunes' },
  'count-openSessions': { one: '{count} session à signer', other: '{count} sessions à signer' },
  'count-signedSessions': { one: '{count} session signée', other: '{count} sessions signées' },
  'count-credentials': { one: '{count} attestation signée', other: '{count} attestations signées' },
  'count-pendingCredentials': {
    one: '{count} attestation en cours de signature',
    other: '{count} attestations en cours de signature',
  },

  // closing
  close: 'Fermer la structure',
  closeAbout:
    'Quand personne ne prend la suite. Ce qu’elle a signé reste vérifiable, et vous pourrez la rouvrir.',
  closeTitle: 'Fermer «\u00a0{name}\u00a0»\u00a0?',
  closeEnds: 'Ce qui s’arrête',
  closeEndsTeam: 'L’équipe n’a plus accès à la structure, et les invitations en attente sont retirées.',
  closeEndsSessions:
    'Plus de nouvelle session, plus de signature à son nom. Ses programmes autorisés n’ont plus accès à rien.',
  closeStays: 'Ce qui reste',
  closeStaysSigned:
    'Tout ce qu’elle a signé reste vérifiable\u00a0; la page de vérification dit «\u00a0aujourd’hui\u00a0: structure fermée\u00a0».',
  closeStaysAdmin: 'L’administration de la plateforme peut toujours retirer une attestation.',
  closeStaysBack: 'Vous pouvez la rouvrir\u00a0: l’équipe retrouve alors ses accès.',
  closeOpenSessions: {
    one: 'Une session n’est pas encore signée\u00a0: les jeunes n’en auront rien. Faites-la signer d’abord, ou réunissez cette structure à une autre.',
    other:
      '{count} sessions ne sont pas encore signées\u00a0: les jeunes n’en auront rien. Faites-les signer d’abord, ou réunissez cette structure à une autre.',
  },
  closePending: {
    one: 'Une attestation est en cours de signature\u00a0: elle sera signée quand même.',
    other: '{count} attestations sont en cours de signature\u00a0: elles seront signées quand même.',
  },
  closeConfirm: 'Fermer la structure',
  closeOrMerge: 'La réunir plutôt à une autre',
  closed: 'La structure est fermée. Ce qu’elle a signé reste vérifiable.',

  // opening again
  reopen: 'Rouvrir la structure',
  reopenAbout:
    'L’équipe d’avant la fermeture et les programmes autorisés retrouvent leurs accès. Les invitations, elles, sont à refaire.',
  reopenNameTaken:
    'Une autre structure porte ce nom aujourd’hui. Changez d’abord le sien, puis revenez\u00a0: rien n’a été changé.',
  reopened: 'La structure est rouverte, avec son équipe.',

  // one structure takes another over
  merge: 'Réunir à une autre structure',
  mergeAbout:
    'Une autre structure prend la suite\u00a0: l’équipe, les jeunes et les sessions y passent, et celle-ci ferme.',
  mergeTitle: 'Réunir «\u00a0{name}\u00a0» à une autre structure',
  mergeChoose: 'Quelle structure prend la suite\u00a0?',
  mergeNobody: 'Il n’y a pas d’autre structure ouverte dans le réseau.',
  mergeContinue: 'Voir ce qui change',
  mergeIntro: '«\u00a0{from}\u00a0» ferme, et «\u00a0{into}\u00a0» prend la suite. Cela ne s’annule pas.',
  mergeMoves: 'Ce qui change de structure',
  mergeMovesNothing: 'Rien\u00a0: cette structure est vide.',
  mergeTeam:
    'Dans l’équipe, chaque personne garde son rôle\u00a0; qui travaille déjà dans les deux structures garde le plus étendu. Les invitations en attente mènent à la nouvelle structure, et les programmes autorisés y passent avec leurs jetons.',
  mergeStays: 'Ce qui reste comme avant',
  mergeStaysSigned:
    'Ce que «\u00a0{from}\u00a0» a signé reste à son nom et vérifiable\u00a0; la page de vérification ajoute «\u00a0aujourd’hui\u00a0: {into}\u00a0». La coordination de la nouvelle structure peut le corriger ou le retirer.',
  mergeSame: {
    one: 'Une personne est connue des deux\u00a0: même nom, même date de naissance',
    other: '{count} personnes sont connues des deux\u00a0: même nom, même date de naissance',
  },
  mergeSameText:
    'Leurs deux dossiers n’en font plus qu’un, avec toutes leurs sessions. Leurs fiches imprimées ouvrent toujours leur passeport, qui réunit tout.',
  mergeDoubtful: 'Est-ce la même personne\u00a0?',
  mergeDoubtfulText:
    'Même nom dans les deux structures, sans date de naissance. Cochez si vous savez que c’est une seule personne. Sinon, complétez sa date de naissance par un import, puis revenez.',
  mergeOnePerson: '{name}\u00a0: une seule et même personne',
  mergeTwice: 'Deux places dans une session à signer',
  mergeTwiceText:
    'Ces personnes y figurent deux fois, une fois pour chaque structure. Faites d’abord signer ces sessions, puis revenez.',
  mergeNamesakes: 'Dossiers gardés à part',
  mergeNamesakesText:
    'Même nom qu’une personne de «\u00a0{into}\u00a0», mais une autre date de naissance, ou une date d’un seul côté\u00a0: rien ne dit que c’est la même personne.',
  mergeToldTwice: 'Séjours racontés de deux façons',
  mergeToldTwiceText: 'Chaque session garde ce qu’elle en disait.',
  mergeChanged: 'Des dossiers ont changé depuis que vous avez ouvert cette page. Relisez, puis confirmez.',
  mergeType: 'Pour confirmer, recopiez le nom de la structure qui disparaît',
  mergeConfirm: 'Réunir les deux structures',
  merged: 'C’est fait\u00a0: les deux structures n’en font plus qu’une.',
  born: 'naissance\u00a0: {date}',

  // for somebody whose structure is no more
  goneTitle: { one: 'Votre structure a fermé', other: 'Vos structures ont fermé' },
  goneText:
    '{names}\u00a0: merci pour tout ce que vous y avez fait. Ce que vous avez signé reste valable et vérifiable.',
  goneNext:
    'Si vous rejoignez une autre structure du réseau, la personne qui la coordonne peut vous inviter avec cette même adresse.',

  // beside a name, on the page an employer reads
} as const satisfies Record<string, Message>
