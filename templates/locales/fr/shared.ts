import type { Message } from '../messages.ts'

/** What somebody shared of their passport, as whoever has the link reads it. */
export const shared = {
  untitled: 'Attestation',
  ogTitle: 'Un passeport de compétences à consulter',
  sentence: 'Attesté par {issuer}. Chaque attestation vient d’être vérifiée.',
  sharedWith: 'Partagé avec {recipient}',
  until: 'Visible jusqu’au {date}.',
  chosen: 'La personne a choisi ce qu’elle montre ici\u00a0: son passeport peut en dire plus.',
  notProves:
    'Que la personne devant vous est bien {holder}\u00a0: au besoin, demandez une pièce d’identité. Ni que c’est tout ce qu’elle sait faire.',
  fallen: 'Choisi aussi, mais pas valable aujourd’hui',
  nothingStands: 'Rien à confirmer aujourd’hui',
  nothingStandsText:
    'Ce qui était partagé ici n’est pas confirmé aujourd’hui\u00a0: retiré, en pause ou impossible à vérifier. Parlez-en avec la personne.',
  'closed-unknownTitle': 'Ce lien ne mène nulle part',
  'closed-unknown': 'Vérifiez l’adresse, ou redemandez le lien à la personne qui vous l’a donné.',
  'closed-withdrawnTitle': 'Ce partage est arrêté',
  'closed-withdrawn':
    'La personne ne le montre plus pour l’instant. C’est son choix, et cela ne dit rien de ses compétences. Demandez-lui un nouveau lien.',
  'closed-expiredTitle': 'Ce partage est terminé',
  'closed-expired': 'Il avait une date de fin, et elle est passée. Demandez un nouveau lien à la personne.',
} as const satisfies Record<string, Message>
