import type { Message } from '../messages.ts'

/** Young people and the evidence kept with them. */
export const learners = {
  evidenceOf: 'Traces de {name}',
  evidencePrivate:
    'Un texte, une photo ou un document qui montre ce qui a été fait. Ces traces restent dans la session : l’attestation n’en cite que le titre, avec l’empreinte du fichier.',
  noEvidence: 'Rien pour le moment.',
  addEvidence: 'Ajouter une trace',
  evidenceTitle: 'Titre',
  evidenceTitleHint: 'Par exemple : le menu du restaurant, traduit en allemand.',
  evidenceNarrative: 'Ce que cela montre',
  evidenceFile: 'Photo ou document',
  evidenceFileHint:
    'Une photo, un PDF ou un texte, 5 Mo au plus. Nous enlevons de la photo le lieu et l’appareil.',
  evidenceCompetence: 'Compétence concernée',
  wholeStay: 'L’ensemble du séjour',
  evidenceNeedsContent: 'Écrivez quelques mots, ou choisissez une photo ou un document.',
  tooMuchEvidence: 'Il y a déjà {max} traces pour ce jeune. Retirez-en une avant d’en ajouter.',
  evidenceAdded: 'La trace est enregistrée.',
  evidenceRemoved: 'La trace est retirée.',
  removeEvidence: 'Retirer',
  photoNamed: 'Photo : {title}',
  openPdf: 'Télécharger le PDF',
  openText: 'Télécharger le texte',
  addedBy: 'Ajouté par {name}',
} as const satisfies Record<string, Message>
