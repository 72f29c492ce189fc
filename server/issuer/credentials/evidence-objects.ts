import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { Award, BuildContext, EvidenceFacts } from './award.ts'

/** What we say through evidence ourselves; everything else was added by people. */
export type OwnEvidence = 'observation' | 'confirmation' | 'stay'

/** The `id` by which such evidence is found again, inside its credential. */
export const ownEvidenceId = (credentialId: string, what: OwnEvidence): string => `${credentialId}#${what}`

/** Open Badges 3.0 §B.1.8; a file is named by its digest (RFC 6920), because the file itself stays private. */
export function evidenceObject(evidence: EvidenceFacts): JsonObject {
  return {
    ...(evidence.sha256 === undefined ? {} : { id: digestUri(evidence.sha256) }),
    type: ['Evidence'],
    name: evidence.name,
    ...(evidence.narrative === undefined ? {} : { narrative: evidence.narrative }),
    genre: evidence.genre,
  }
}

/** What the trainer saw, in the trainer's words. */
export function observationEvidence(
  award: Award,
  narrative: string | undefined,
  { id }: BuildContext,
): JsonObject[] {
  if (narrative === undefined) return []
  const { locale, attestedBy } = award
  return [observationObject({ id: ownEvidenceId(id, 'observation'), locale, attestedBy }, narrative)]
}

export function observationObject(
  { id, locale, attestedBy }: { id: string; locale: Locale; attestedBy: string },
  narrative: string,
): JsonObject {
  const name = translator(locale)('achievements.observationBy', { name: attestedBy })
  return { id, ...evidenceObject({ name, narrative, genre: 'Observation' }) }
}

const DIGEST_URI = 'ni:///sha-256;'

function digestUri(hex: string): string {
  return DIGEST_URI + Buffer.from(hex, 'hex').toString('base64url')
}

/** The digest in an evidence's `id`, in hexadecimal. */
export function digestOf(id: string | undefined): string | undefined {
  if (id === undefined || !id.startsWith(DIGEST_URI)) return undefined
  return Buffer.from(id.slice(DIGEST_URI.length), 'base64url').toString('hex')
}
