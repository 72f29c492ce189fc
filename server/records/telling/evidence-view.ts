import type { OwnEvidence } from '../evidence/index.ts'
import type { ToldPlace } from './find-tellings.ts'
import { placePath, type Reader } from './place-view.ts'
import { WHOLE_STAY } from './telling.ts'

/** The photos and documents kept with a competence, or with the whole stay, and where to add one. */
export function evidenceModels({ place, evidence }: ToldPlace, code: string, { t }: Reader) {
  const signed = new Set(
    place.seats.flatMap(({ enrolmentId, session }) => (session.signedAt === undefined ? [] : [enrolmentId])),
  )
  return {
    evidenceAction: `${placePath(place)}/evidence`,
    evidence: evidence
      .filter(({ competence }) => (competence ?? WHOLE_STAY) === code)
      .map((piece) => ({
        ...pieceModel(piece),
        kind: t(piece.kind === 'photo' ? 'telling.evidencePhoto' : 'telling.evidenceDocument'),
        fixed: piece.enrolmentId !== undefined && signed.has(piece.enrolmentId),
      })),
  }
}

export const pieceModel = (piece: OwnEvidence) => ({
  id: piece.id,
  href: `/me/evidence/${piece.id}`,
  title: piece.title,
  photo: piece.kind === 'photo',
  shown: piece.visibleAt !== undefined,
})
