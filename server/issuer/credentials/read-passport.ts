import { AppError } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/locale.ts'
import type { MobilityFacts } from './award.ts'
import type { CredentialContent, PassportContent } from './credential-content.ts'
import { codeOf } from './credential-url.ts'
import { dayOf } from './read-activity.ts'
import { readCredential } from './read-credential.ts'
import { isEndorsement, readEndorsement } from './read-endorsement.ts'
import { signedPassport } from './signed-shape.ts'

/**
 * What one of our passports says, from its signed bytes alone, in `language` as {@link readCredential} does it;
 * `signedJson` keeps them as they are.
 * @throws AppError `schema-mismatch` for a document that is not one of ours
 */
export function readPassport(signedJson: string, language?: Language): PassportContent {
  const parsed = signedPassport.safeParse(parseJson(signedJson))
  if (!parsed.success) throw new AppError('schema-mismatch', {}, [], { cause: parsed.error })
  const document = parsed.data
  const { name: holderName, verifiableCredential } = document.credentialSubject
  const members = verifiableCredential
    .filter((member) => !isEndorsement(member))
    .map((member) => readCredential(member, language))
  const ofKind = (kind: CredentialContent['kind']) => members.filter((member) => member.kind === kind)
  return {
    code: codeOf(document.id),
    url: document.id,
    holderName,
    locale: document.inLanguage,
    issuedOn: dayOf(document.awardedDate ?? document.validFrom),
    stays: staysOf([...ofKind('mobility'), ...ofKind('competence')]),
    competences: ofKind('competence'),
    mobilities: ofKind('mobility'),
    attendances: ofKind('attendance'),
    endorsements: verifiableCredential.filter(isEndorsement).map(readEndorsement),
    attestations: attestationsOf(members),
    platform: document.issuer.name,
    partners: [...new Set([...members.map(({ issuer }) => issuer.name), document.issuer.name])].sort((a, b) =>
      a.localeCompare(b, 'fr'),
    ),
    signedJson,
  }
}

/**
 * A passport with those of its members only that stand: what was said of the others, and who said nothing else, goes with
 * them. A stay is told as long as something that tells it stands, in the words of what stands.
 */
export function keepMembers(
  content: PassportContent,
  stands: (member: { readonly url: string; readonly code: string }) => boolean,
): PassportContent {
  const competences = content.competences.filter(stands)
  const mobilities = content.mobilities.filter(stands)
  const attendances = content.attendances.filter(stands)
  const members = [...competences, ...mobilities, ...attendances]
  return {
    ...content,
    stays: staysOf([...mobilities, ...competences]),
    competences,
    mobilities,
    attendances,
    endorsements: content.endorsements.filter(
      (said) => stands(said) && mobilities.some(({ url }) => url === said.endorses),
    ),
    attestations: content.attestations.filter(({ organisation, official }) =>
      members.some(({ issuer, attestedBy }) => issuer.name === organisation && attestedBy === official),
    ),
    partners: content.partners.filter(
      (name) => name === content.platform || members.some(({ issuer }) => issuer.name === name),
    ),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('schema-mismatch', {}, [], { cause })
  }
}

/** The stays that credentials tell, the newest first, each once and in the words of the first that tells it. */
export function staysOf(members: readonly CredentialContent[]): MobilityFacts[] {
  const stays = new Map<string, MobilityFacts>()
  for (const { mobility } of members) {
    if (mobility === undefined) continue
    const key = `${mobility.startsOn} ${mobility.hostCountry}`
    if (!stays.has(key)) stays.set(key, mobility)
  }
  return [...stays.values()].sort((a, b) => b.startsOn.localeCompare(a.startsOn))
}

function attestationsOf(members: readonly CredentialContent[]): PassportContent['attestations'] {
  const found = new Map<string, PassportContent['attestations'][number]>()
  for (const { issuer, attestedBy } of members)
    found.set(`${issuer.name}\n${attestedBy}`, {
      did: issuer.did,
      organisation: issuer.name,
      official: attestedBy,
      ...(issuer.email === undefined ? {} : { email: issuer.email }),
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    })
  return [...found.values()].sort((a, b) => a.organisation.localeCompare(b.organisation, 'fr'))
}
