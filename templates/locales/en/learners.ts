import type { learners as original } from '../fr/learners.ts'
import type { SameKeys } from '../messages.ts'

export const learners: SameKeys<typeof original> = {
  evidenceOf: 'Evidence for {name}',
  evidencePrivate:
    'A text, a photo or a document that shows what was done. It stays in the session: the credential cites only its title, with the file’s fingerprint.',
  noEvidence: 'Nothing yet.',
  addEvidence: 'Add evidence',
  evidenceTitle: 'Title',
  evidenceTitleHint: 'For example: the restaurant’s menu, translated into German.',
  evidenceNarrative: 'What it shows',
  evidenceFile: 'Photo or document',
  evidenceFileHint:
    'A photo (15 MB at most), a PDF or a text (5 MB at most). We remove place and device from the photo.',
  evidenceCompetence: 'Competence concerned',
  wholeStay: 'The whole stay',
  evidenceNeedsContent: 'Write a few words, or choose a photo or a document.',
  tooMuchEvidence: 'There are already {max} pieces for this young person. Remove one before adding another.',
  evidenceAdded: 'The evidence is saved.',
  evidenceRemoved: 'The evidence is removed.',
  removeEvidence: 'Remove',
  photoNamed: 'Photo: {title}',
  openPdf: 'Download the PDF',
  openText: 'Download the text',
  addedBy: 'Added by {name}',
  photoHeic:
    'This photo is in the HEIC format, which we cannot open. On the iPhone: Settings, Camera, Formats, “Most Compatible”. A screenshot of the photo works too.',
}
