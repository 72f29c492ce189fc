import { isoInstant } from '../../kernel/clock.ts'
import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT, type JsonObject } from '../../vc/index.ts'
import type { Award, BuildContext, IssuerProfile } from './award.ts'

export const OPEN_BADGE_CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES_CONTEXT]

const instantOf = (day: string): string => `${day}T00:00:00Z`

/** What every credential of ours has besides `id`, type and name: VCDM 2.0 §4 and Open Badges 3.0 §B.1.1, issuer as Profile, one status entry. */
export function commonProperties(award: Award, context: BuildContext): JsonObject {
  const { issuer, status, now } = context
  return {
    issuer: {
      id: issuer.did,
      type: ['Profile'],
      name: issuer.name,
      ...contactOf(issuer),
      // the platform vouches for the collection; whoever attests is named in each credential inside
      ...(award.kind === 'passport' ? {} : { official: award.attestedBy }),
      ...(issuer.countryCode === undefined
        ? {}
        : { address: { type: ['Address'], addressCountryCode: issuer.countryCode } }),
    },
    validFrom: isoInstant(now),
    awardedDate: instantOf(award.awardedOn),
    credentialStatus: {
      id: `${status.listUrl}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: status.purpose,
      statusListIndex: String(status.index),
      statusListCredential: status.listUrl,
    },
  }
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
