import {
  isEndorsement,
  keepMembers,
  readCredential,
  readEndorsement,
  readPassport,
  type CredentialContent,
  type EndorsementContent,
  type MobilityFacts,
  type PassportContent,
} from '../../issuer/credentials/index.ts'
import type { Language, Locale } from '../../kernel/locale.ts'
import { hasType, type JsonObject, type Verdict } from '../../vc/index.ts'
import { disclosure, hasPassed, type VerifiedPage } from './verified-page.ts'

/** What one of our documents says, sorted by what still stands. */
export interface ShownContent {
  readonly holderName: string
  /** The language it was signed in. */
  readonly written: Locale
  readonly stays: readonly MobilityFacts[]
  readonly competences: readonly CredentialContent[]
  readonly mobilities: readonly CredentialContent[]
  readonly attendances: readonly CredentialContent[]
  /** What hosts abroad say of what is told here. */
  readonly endorsements: readonly EndorsementContent[]
  readonly attestations: PassportContent['attestations']
  /** Members that were withdrawn, apart from the rest. */
  readonly withdrawn: readonly WithdrawnMember[]
  /** Members whose verdict is neither verified nor withdrawn today. */
  readonly uncertain: readonly { readonly title: string; readonly verdict: Verdict }[]
}

export interface WithdrawnMember {
  readonly title: string
  readonly revokedAt?: string
}

/**
 * Reads a document of ours in the visitor's language, from its signed bytes alone. Undefined when nothing of it may be
 * shown, or when its issuer is not one of ours: its claims are then summed up, never presented as a passport.
 */
export function readContent(page: VerifiedPage, language: Language): ShownContent | undefined {
  const { document } = page
  if (document === undefined || disclosure(page) === 'none' || !hasPassed(page, 'issuer')) return undefined
  try {
    return hasType(document, 'ClrCredential')
      ? passport(page, document, language)
      : single(document, language)
  } catch {
    // one of our keys signed something that is not a credential of ours, such as a status list
    return undefined
  }
}

/** A host's word by itself. Nobody attests it: the structure that signed it passes it on. */
function hostAlone(document: JsonObject): ShownContent {
  const said = readEndorsement(document)
  return {
    holderName: said.holderName,
    written: said.locale,
    stays: [],
    competences: [],
    mobilities: [],
    attendances: [],
    endorsements: [said],
    attestations: [],
    withdrawn: [],
    uncertain: [],
  }
}

function single(document: JsonObject, language: Language): ShownContent {
  if (isEndorsement(document)) return hostAlone(document)
  const content = readCredential(document, language)
  return {
    holderName: content.holderName,
    written: content.locale,
    stays: content.mobility === undefined ? [] : [content.mobility],
    competences: content.kind === 'competence' ? [content] : [],
    mobilities: content.kind === 'mobility' ? [content] : [],
    attendances: content.kind === 'attendance' ? [content] : [],
    endorsements: [],
    attestations: [attestationOf(content)],
    withdrawn: [],
    uncertain: [],
  }
}

function passport(page: VerifiedPage, document: JsonObject, language: Language): ShownContent {
  const content = readPassport(JSON.stringify(document), language)
  const verdicts = new Map(page.members?.map((member) => [member.credential['id'], member]) ?? [])
  const verdictOf = (url: string): Verdict => verdicts.get(url)?.verdict ?? 'unverifiable-now'
  const stands = ({ url }: { readonly url: string }): boolean =>
    ['verified', 'superseded'].includes(verdictOf(url))
  const all = [...content.competences, ...content.mobilities, ...content.attendances, ...content.endorsements]
  // who signed only what was withdrawn attests nothing any more
  const { stays, competences, mobilities, attendances, endorsements, attestations } = keepMembers(
    content,
    stands,
  )
  return {
    holderName: content.holderName,
    written: content.locale,
    stays,
    competences,
    mobilities,
    attendances,
    endorsements,
    attestations,
    withdrawn: all
      .filter(({ url }) => verdictOf(url) === 'revoked')
      .map(({ url, title }) => {
        const revokedAt = verdicts.get(url)?.record?.revokedAt ?? undefined
        return { title, ...(revokedAt === undefined ? {} : { revokedAt }) }
      }),
    uncertain: all
      .filter((member) => !stands(member) && verdictOf(member.url) !== 'revoked')
      .map(({ url, title }) => ({ title, verdict: verdictOf(url) })),
  }
}

function attestationOf(content: CredentialContent): PassportContent['attestations'][number] {
  const { issuer } = content
  return {
    did: issuer.did,
    organisation: issuer.name,
    official: content.attestedBy,
    ...(issuer.email === undefined ? {} : { email: issuer.email }),
    ...(issuer.url === undefined ? {} : { url: issuer.url }),
  }
}
