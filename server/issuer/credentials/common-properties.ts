import { isoInstant } from '../../kernel/clock.ts'
import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT, type JsonObject, type JsonValue } from '../../vc/index.ts'
import type { Award, BuildContext, IssuerProfile, StatusReference } from './award.ts'

export const OPEN_BADGE_CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES_CONTEXT]

const instantOf = (day: string): string => `${day}T00:00:00Z`

/** What every credential of ours has besides `id`, type and name: VCDM 2.0 §4 and Open Badges 3.0 §B.1.1, issuer as Profile, its status entries. */
export function commonProperties(award: Award, context: BuildContext): JsonObject {
  const { issuer, status, now } = context
  return {
    issuer: issuerObject(issuer, officialOf(award)),
    validFrom: isoInstant(now),
    awardedDate: instantOf(award.awardedOn),
    credentialStatus: statusProperty(status),
  }
}

/**
 * Who attests, by name: not in a collection, whose credentials name them each, nor where a structure only passes on what
 * somebody else says.
 */
const officialOf = (award: Award): string | undefined =>
  award.kind === 'passport' || award.kind === 'endorsement' ? undefined : award.attestedBy

/** The issuer as Profile; `official` is who attests in its name. */
export function issuerObject(issuer: IssuerProfile, official: string | undefined): JsonObject {
  return {
    id: issuer.did,
    type: ['Profile'],
    name: issuer.name,
    ...contactOf(issuer),
    ...(official === undefined ? {} : { official }),
    ...(issuer.countryCode === undefined
      ? {}
      : { address: { type: ['Address'], addressCountryCode: issuer.countryCode } }),
  }
}

/**
 * `credentialStatus`: one entry stands alone, as Open Badges 3.0 wants it; several are a set (VCDM 2.0 §4.10), each in a
 * list of its own (Bitstring Status List 1.0 §2.1).
 */
export function statusProperty(status: readonly StatusReference[]): JsonValue {
  const entries = status.map(({ listUrl, index, purpose }) => ({
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
  }))
  const [only] = entries
  return entries.length === 1 && only !== undefined ? only : entries
}

/** How to reach the issuer. A contact that is badly typed is left out: it must not keep a whole session from being signed. */
function contactOf({ url, email }: IssuerProfile): JsonObject {
  const isWeb = url !== undefined && /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url)
  const isMail = email !== undefined && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(email)
  return { ...(isWeb ? { url } : {}), ...(isMail ? { email } : {}) }
}

/** The person: a random identifier and a name, and nothing else that identifies (Open Badges 3.0 §B.1.5, IdentityObject). */
export function subjectIdentity(award: Award): JsonObject {
  const { subjectUrn, name } = award.learner
  return {
    id: subjectUrn,
    name,
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
  }
}

/** Dates of what the person did. */
export function activityDates(span: { startsOn: string; endsOn: string }): JsonObject {
  return { activityStartDate: instantOf(span.startsOn), activityEndDate: instantOf(span.endsOn) }
}
