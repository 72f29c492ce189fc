import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { ID_RULE, findSubjectProblem, isNamed, typeRule, typedObjectRule } from './common-rules.ts'
import { CONTEXT_1_1_RULES } from './context-rules.ts'
import { parseDateTimeStamp } from './date-time-stamp.ts'
import { firstFinding } from './rule.ts'
import type { Rule } from './rule.ts'

const DATES = ['issuanceDate', 'expirationDate', 'validFrom', 'validUntil'] as const

/**
 * What a credential of the older data model must be: VC Data Model 1.1, one line a requirement. For reading what others
 * signed years ago.
 */
export const CREDENTIAL_1_1_RULES: readonly Rule[] = [
  ...CONTEXT_1_1_RULES,
  { ...ID_RULE, section: 'VCDM 1.1, 4.2 Identifiers' },
  typeRule('VerifiableCredential', 'VCDM 1.1, 4.3 Types'),
  {
    title: 'credentialSubject makes at least one claim about each subject',
    section: 'VCDM 1.1, 4.4 Credential Subject',
    find: ({ credentialSubject }) => findSubjectProblem(credentialSubject),
  },
  {
    title: 'issuer is a URL or an object with a URL id',
    section: 'VCDM 1.1, 4.5 Issuer',
    find: ({ issuer }) => (isNamed(issuer) ? undefined : { code: 'issuer-invalid', pointer: '/issuer' }),
  },
  {
    title: 'issuanceDate says from when on the credential is valid',
    section: 'VCDM 1.1, 4.6 Issuance Date',
    find: ({ issuanceDate }) =>
      issuanceDate === undefined ? { code: 'date-invalid', pointer: '/issuanceDate' } : undefined,
  },
  {
    title: 'dates are instants; without a time zone nobody could say when they are',
    section: 'VCDM 1.1, 4.6 Issuance Date and 4.8 Expiration',
    find: (credential) =>
      firstFinding(DATES, (name) =>
        credential[name] === undefined || parseDateTimeStamp(credential[name]) !== undefined
          ? undefined
          : { code: 'date-invalid', pointer: `/${name}` },
      ),
  },
  {
    title: 'expirationDate does not come before issuanceDate',
    section: 'VCDM 1.1, 4.8 Expiration',
    find: (credential) =>
      reversed(credential, 'issuanceDate', 'expirationDate') ??
      reversed(credential, 'validFrom', 'validUntil'),
  },
  typedObjectRule('credentialStatus', 'VCDM 1.1, 4.9 Status', {
    idRequired: true,
    code: 'status-entry-invalid',
  }),
  typedObjectRule('credentialSchema', 'VCDM 1.1, 5.4 Data Schemas', { idRequired: true }),
  typedObjectRule('refreshService', 'VCDM 1.1, 5.5 Refreshing', { idRequired: true }),
  typedObjectRule('termsOfUse', 'VCDM 1.1, 5.6 Terms of Use'),
  typedObjectRule('evidence', 'VCDM 1.1, 5.7 Evidence'),
]

/** What a presentation of the older data model must be. */
export const PRESENTATION_1_1_RULES: readonly Rule[] = [
  ...CONTEXT_1_1_RULES,
  { ...ID_RULE, section: 'VCDM 1.1, 4.2 Identifiers' },
  typeRule('VerifiablePresentation', 'VCDM 1.1, 4.3 Types'),
  {
    title: 'holder, where there is one, is a URL or an object with a URL id',
    section: 'VCDM 1.1, 4.10 Presentations',
    find: ({ holder }) =>
      holder === undefined || isNamed(holder) ? undefined : { code: 'holder-invalid', pointer: '/holder' },
  },
  {
    title: 'each verifiableCredential is an object',
    section: 'VCDM 1.1, 4.10 Presentations',
    find: ({ verifiableCredential }) =>
      firstFinding(asList(verifiableCredential), (credential, index) =>
        isJsonObject(credential)
          ? undefined
          : { code: 'members-invalid', pointer: `/verifiableCredential/${index}` },
      ),
  },
]

function reversed(
  credential: JsonObject,
  from: (typeof DATES)[number],
  until: (typeof DATES)[number],
): ReturnType<Rule['find']> {
  const start = parseDateTimeStamp(credential[from])
  const end = parseDateTimeStamp(credential[until])
  return start !== undefined && end !== undefined && start > end
    ? { code: 'validity-reversed', pointer: `/${until}` }
    : undefined
}
