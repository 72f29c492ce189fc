import type { Message } from '../messages.ts'

/** What becomes of a signed credential: corrected, suspended, withdrawn. */
export const corrections = {
  // correcting a signed session
  title: 'Corriger\u00a0: {title}',
  heading: 'Corriger ce qui est signé',
  lede: 'Une faute dans un nom, un nom choisi, un niveau à revoir\u00a0: changez seulement ce qui doit l’être.',
  explain:
    'Vous verrez d’abord exactement ce qui change. Les nouvelles attestations remplacent les anciennes, et l’ancien QR code mène au nouveau passeport.',
  everybody: 'Voir toute la session',
  nothingYet: 'Rien n’est encore changé.',
  nothingChanged:
    'Vous n’avez rien changé pour l’instant\u00a0: ouvrez une personne, corrigez ce qui doit l’être, puis continuez.',
  preview: 'Voir ce qui va changer',
  givenName: 'Prénom',
  familyName: 'Nom',
  observation: 'Observation générale',
  noteOn: '{competence}\u00a0: ce que vous avez vu',
  nothing: '—',
  becomes: 'devient',
  madeTitle: 'Corrections déjà faites',
  madeHint: 'Seule votre structure voit cette liste.',
  madeBy: '{date}, par {name}',

  // before it is done
  confirmTitle: 'Confirmer la correction\u00a0: {title}',
  confirmHeading: 'Voici ce qui va changer',
  promise: '{youths}\u00a0: {credentials} et {passports} à signer.',
  passports: { one: '{count} passeport', other: '{count} passeports' },
  consequence:
    'Les anciennes attestations ne seront plus valables\u00a0; leur page dira qu’elles ont été remplacées et mènera aux nouvelles.',
  attestedBy: 'Ce qui est corrigé est attesté par {name}.',
  willBeReissued: {
    one: '{count} attestation sera refaite\u00a0:',
    other: '{count} attestations seront refaites\u00a0:',
  },
  willBeWithdrawn: {
    one: '{count} attestation sera retirée, et rien ne la remplace\u00a0:',
    other: '{count} attestations seront retirées, et rien ne les remplace\u00a0:',
  },
  willBeAdded: {
    one: '{count} attestation sera ajoutée\u00a0:',
    other: '{count} attestations seront ajoutées\u00a0:',
  },
  passportReplaced: 'Un nouveau passeport remplacera celui-ci\u00a0:',
  nothingSigned: 'Aucune attestation ne le mentionne\u00a0: seul le dossier change.',
  stale:
    'La session a changé pendant que vous lisiez cette page. Voici ce qui changerait maintenant\u00a0: relisez, puis confirmez.',
  final: 'Pensez à imprimer les nouveaux passeports.',
  editAgain: 'Modifier encore',
  confirm: 'Corriger et signer',
  done: 'C’est corrigé. Les anciens QR codes mènent aux nouveaux passeports.',

  // on the session's page
  correctSession: 'Corriger',
  manage: 'Gérer',
  suspendedBadge: 'en pause',
  withdrawnPassport: 'retiré',
  correctedBadge: 'corrigé',

  // one credential
  manageTitle: 'Gérer\u00a0: {title}',
  untitled: 'Attestation',
  backToSession: 'Retour à la session',
  seePublicPage: 'voir la page de vérification',
  valid: 'valable',
  waiting: 'en préparation',
  erased: 'effacé à la demande de la personne\u00a0: les copies données se vérifient encore',
  replacedNotice: 'Une version plus récente a pris sa place.',
  openSuccessor: 'Voir la version à jour',
  revokedOn: 'Document retiré le {date}.',
  suspendedOn: 'Document suspendu le {date}.',
  suspendedHere:
    'Nos pages le disent. Les autres logiciels de vérification ne peuvent pas le savoir\u00a0: cette possibilité n’était pas prévue quand il a été signé.',
  correct: 'Corriger',
  correctText: 'Un nom, un niveau, une observation\u00a0: une nouvelle version prend sa place.',

  suspend: 'Suspendre',
  suspendLede: 'Une pause, le temps d’une vérification. Elle se lève d’un geste.',
  suspendTitle: 'Suspendre\u00a0: {title}',
  suspendHeading: 'Suspendre «\u00a0{title}\u00a0»\u00a0?',
  suspendText:
    'Qui vérifiera ce document lira qu’il est suspendu pour le moment, sans savoir pourquoi. Vous pourrez lever la suspension quand vous voudrez.',
  suspendHere:
    'Qui vérifiera ce document sur nos pages lira qu’il est suspendu pour le moment, sans savoir pourquoi. Les autres logiciels ne le sauront pas\u00a0: cette possibilité n’était pas prévue quand il a été signé. Vous pourrez lever la suspension quand vous voudrez.',
  suspendConfirm: 'Suspendre',
  suspendDone: 'Le document est suspendu.',

  unsuspend: 'Lever la suspension',
  unsuspendTitle: 'Lever la suspension\u00a0: {title}',
  unsuspendHeading: 'Lever la suspension\u00a0?',
  unsuspendText: 'Le document sera de nouveau valable, comme avant.',
  unsuspendConfirm: 'Lever la suspension',
  unsuspendDone: 'La suspension est levée.',

  revoke: 'Retirer',
  revokeTitle: 'Retirer\u00a0: {title}',
  revokeHeading: 'Retirer «\u00a0{title}\u00a0»\u00a0?',
  revokeText:
    'Qui vérifiera ce document lira qu’il a été retiré. C’est définitif, pour tout le monde. Pour une simple erreur, préférez une correction.',
  revokeConfirm: 'Retirer définitivement',
  revokeDone: 'Le document est retiré.',

  reason: 'Motif',
  reasonPublic: 'Qui vérifiera le document le lira.',
  reasonPrivate: 'Il reste dans votre structure.',
  note: 'Note',
  noteHint: 'Pour votre structure\u00a0: elle n’est montrée nulle part ailleurs.',
  'reason-issued-in-error': 'Il avait été délivré par erreur.',
  'reason-content-wrong': 'Une des informations n’était pas juste.',
  'reason-person-wrong': 'Il avait été établi au nom d’une autre personne.',
  'reason-holder-request': 'La personne l’a demandé.',
  'reason-key-compromised': 'La clé qui l’avait signé n’est plus sûre.',
  'reason-content-check': 'Une information est à vérifier.',
  'reason-person-check': 'Il faut vérifier à qui il appartient.',
  'reason-paper-lost': 'Le papier ou le téléphone est perdu.',
  'reason-other': 'Autre motif.',
} as const satisfies Record<string, Message>
