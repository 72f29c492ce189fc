import type { Message } from '../messages.ts'

/** Young people and the evidence kept with them. */
export const learners = {
  evidenceOf: 'Preuves du séjour de {name}',
  evidencePrivate:
    'Un texte, une photo ou un document qui montre ce qui a été fait. Ces preuves restent dans la session\u00a0: l’attestation n’en cite que le titre, avec l’empreinte du fichier.',
  noEvidence: 'Rien pour le moment.',
  addEvidence: 'Ajouter une preuve',
  evidenceTitle: 'Titre',
  evidenceTitleHint: 'Par exemple\u00a0: le menu du restaurant, traduit en allemand.',
  evidenceNarrative: 'Ce que cela montre',
  evidenceFile: 'Photo ou document',
  evidenceFileHint:
    'Une photo, un PDF ou un texte, 15\u00a0Mo au plus pour une photo, 5\u00a0Mo pour un document. Nous enlevons de la photo le lieu et l’appareil.',
  evidenceCompetence: 'Compétence concernée',
  wholeStay: 'L’ensemble du séjour',
  evidenceNeedsContent: 'Écrivez quelques mots, ou choisissez une photo ou un document.',
  tooMuchEvidence: 'Il y a déjà {max} preuves pour ce jeune. Retirez-en une avant d’en ajouter.',
  evidenceAdded: 'La preuve est enregistrée.',
  evidenceRemoved: 'La preuve est retirée.',
  removeEvidence: 'Retirer',
  photoNamed: 'Photo\u00a0: {title}',
  openPdf: 'Télécharger le PDF',
  openText: 'Télécharger le texte',
  addedBy: 'Ajouté par {name}',
  photoHeic:
    'Cette photo est au format HEIC, que nous n’ouvrons pas. Sur l’iPhone\u00a0: Réglages, Appareil photo, Formats, «\u00a0Le plus compatible\u00a0». Une capture d’écran de la photo convient aussi.',
} as const satisfies Record<string, Message>
