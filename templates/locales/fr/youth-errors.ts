import type { Message } from '../messages.ts'

/** What `errors` says to everybody, said to a young person in their own space: on dit « tu ». */
export const youthErrors = {
  'csrf-failed':
    'Cette page est restée ouverte longtemps. Recharge-la et recommence\u00a0: rien n’a été changé.',
  'too-many-requests': 'Beaucoup de demandes d’un coup. Réessaie dans une minute.',
  'link-expired': 'Ce lien n’est plus valable. Demande-en un nouveau.',
  'not-found': 'Nous n’avons rien trouvé ici. Reviens à ton espace.',
  'invalid-input': 'Une réponse n’est pas comprise. Corrige-la et recommence\u00a0: rien n’a été changé.',
  'changed-meanwhile': 'Quelque chose a changé entre-temps. Regarde encore, puis enregistre.',
  'file-not-an-image': 'Nous n’arrivons pas à ouvrir cette image. Essaie une photo JPEG, PNG ou WebP.',
  'file-type-refused': 'Nous ne prenons pas ce type de fichier. Choisis une photo, un PDF ou un texte.',
  'session-already-signed': 'Ta session est déjà signée\u00a0: ce point ne change plus.',
  'credential-withdrawn':
    'Cette attestation a été retirée, mise en pause ou remplacée\u00a0: ce fichier ne se télécharge plus. Ton espace montre ce qui vaut aujourd’hui.',
  'not-yet-issued': 'Ce n’est pas encore signé. Réessaie dans un instant.',
  'database-unavailable': 'Nous n’arrivons pas à te répondre. Réessaie dans un instant.',
  help: 'Si cela continue, donne ce code à ton formateur\u00a0: {code}.',
  unexpected: 'Quelque chose s’est mal passé de notre côté. Réessaie dans un instant.',
} as const satisfies Record<string, Message>
