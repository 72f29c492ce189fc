import { AppError } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/locale.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { EvidenceFacts } from './award.ts'
import type { CredentialContent } from './credential-content.ts'
import { codeOf } from './credential-url.ts'
import { digestOf, ownEvidenceId, type OwnEvidence } from './evidence-objects.ts'
import { dayOf, readSession, readStay, stayKind } from './read-activity.ts'
import { readCompetence } from './read-competence.ts'
import { signedCredential, type SignedCredential } from './signed-shape.ts'

/**
 * What one of our Open Badges says, from its signed JSON alone. With `language`, words of our own frameworks are given
 * in that language; what people wrote stays as written. Proofs are not looked at here.
 * @throws AppError `schema-mismatch`, and nothing else, for a document that is not one of ours
 */
export function readCredential(signed: JsonObject, language?: Language): CredentialContent {
  const parsed = signedCredential.safeParse(signed)
  if (!parsed.success) throw new AppError('schema-mismatch', {}, [], { cause: parsed.error })
  const document = parsed.data
  const { issuer } = document
  const told = tell(document, language)
  const observation = ownEvidence(document, 'observation')?.narrative
  return {
    ...told,
    url: document.id,
    code: codeOf(document.id),
    holderName: document.credentialSubject.name,
    locale: document.credentialSubject.achievement.inLanguage,
    title: told.competence?.label ?? document.name,
    ...(observation === undefined ? {} : { observation }),
    issuer: {
      did: issuer.id,
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
      ...(issuer.email === undefined ? {} : { email: issuer.email }),
    },
    attestedBy: issuer.official ?? '',
    awardedOn: dayOf(document.awardedDate ?? document.validFrom),
    validFrom: document.validFrom,
    evidence: document.evidence
      .filter(({ id }) => id === undefined || !id.startsWith(`${document.id}#`))
      .map(toFacts),
  }
}

/** What the credential is about, by its kind of achievement. */
function tell(
  document: SignedCredential,
  language: Language | undefined,
): Pick<CredentialContent, 'kind' | 'competence' | 'mobility' | 'session'> {
  const { achievementType } = document.credentialSubject.achievement
  const mobility = readStay(document)
  if (achievementType === 'Competency') {
    const confirmedBy = ownEvidence(document, 'confirmation')?.name
    const competence = readCompetence(document, language, confirmedBy)
    return { kind: 'competence', competence, ...(mobility === undefined ? {} : { mobility }) }
  }
  if (stayKind(achievementType) !== undefined && mobility !== undefined) return { kind: 'mobility', mobility }
  const session = achievementType === 'CertificateOfCompletion' ? readSession(document) : undefined
  if (session === undefined) throw new AppError('schema-mismatch')
  return { kind: 'attendance', session }
}

function ownEvidence(document: SignedCredential, what: OwnEvidence) {
  return document.evidence.find(({ id }) => id === ownEvidenceId(document.id, what))
}

function toFacts({ id, name, narrative, genre }: SignedCredential['evidence'][number]): EvidenceFacts {
  const sha256 = digestOf(id)
  return {
    name: name ?? '',
    genre: genre ?? '',
    ...(narrative === undefined ? {} : { narrative }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }
}
