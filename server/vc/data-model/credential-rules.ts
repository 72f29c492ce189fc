import { readStatusEntries } from '../status-list/status-entries.ts'
import { isJsonObject } from '../json-value.ts'
import type { JsonValue } from '../json-value.ts'
import {
  ID_RULE,
  findSubjectProblem,
  isLanguageValue,
  isNamed,
  typeRule,
  typedObjectRule,
} from './common-rules.ts'
import { CONTEXT_RULES } from './context-rules.ts'
import { parseDateTimeStamp } from './date-time-stamp.ts'
import { findRelatedResourceProblem } from './related-resources.ts'
import { firstFinding } from './rule.ts'
import type { Finding, Rule } from './rule.ts'

/** What a credential must be, signed or not yet: VC Data Model 2.0, one line a requirement. */
export const CREDENTIAL_RULES: readonly Rule[] = [
  ...CONTEXT_RULES,
  ID_RULE,
  typeRule('VerifiableCredential'),
  {
    title: 'name and description are texts, with a language and a direction at most',
    section: 'VCDM 2.0, 4.6 Names and Descriptions',
    find: (credential) => findTextProblem(credential, '') ?? findTextProblem(credential.issuer, '/issuer'),
  },
  {
    title: 'issuer is a URL or an object with a URL id',
    section: 'VCDM 2.0, 4.7 Issuer',
    find: ({ issuer }) => (isNamed(issuer) ? undefined : { code: 'issuer-invalid', pointer: '/issuer' }),
  },
  {
    title: 'credentialSubject makes at least one claim about each subject',
    section: 'VCDM 2.0, 4.8 Credential Subject',
    find: ({ credentialSubject }) => findSubjectProblem(credentialSubject),
  },
  {
    title: 'validFrom and validUntil are instants with a time zone, in this order',
    section: 'VCDM 2.0, 4.9 Validity Period',
    find: ({ validFrom, validUntil }) => findValidityProblem(validFrom, validUntil),
  },
  typedObjectRule('credentialStatus', 'VCDM 2.0, 4.10 Status', { code: 'status-entry-invalid' }),
  {
    title: 'a BitstringStatusListEntry has a purpose, a list URL and a whole number as index',
    section: 'Bitstring Status List 1.0, 2.1 BitstringStatusListEntry',
    find: (credential) =>
      firstFinding(readStatusEntries(credential), (status) =>
        status.kind === 'malformed'
          ? { code: 'status-entry-invalid', pointer: status.pointer, detail: status.detail }
          : undefined,
      ),
  },
  typedObjectRule('credentialSchema', 'VCDM 2.0, 4.11 Data Schemas', { idRequired: true }),
  {
    title: 'relatedResource names each resource once, with a digest, and ours are the published ones',
    section: 'VCDM 2.0, 5.3 Integrity of Related Resources',
    find: ({ relatedResource }) => findRelatedResourceProblem(relatedResource),
  },
  typedObjectRule('refreshService', 'VCDM 2.0, 5.4 Refreshing'),
  typedObjectRule('termsOfUse', 'VCDM 2.0, 5.5 Terms of Use'),
  typedObjectRule('evidence', 'VCDM 2.0, 5.6 Evidence'),
]

function findTextProblem(node: JsonValue | undefined, pointer: string): Finding | undefined {
  if (!isJsonObject(node)) return undefined
  return firstFinding(['name', 'description'], (property) => {
    const value = node[property]
    return value === undefined || isLanguageValue(value)
      ? undefined
      : { code: 'language-value-invalid', pointer: `${pointer}/${property}` }
  })
}

function findValidityProblem(from: JsonValue | undefined, until: JsonValue | undefined): Finding | undefined {
  const start = parseDateTimeStamp(from)
  const end = parseDateTimeStamp(until)
  if (from !== undefined && start === undefined) return { code: 'date-invalid', pointer: '/validFrom' }
  if (until !== undefined && end === undefined) return { code: 'date-invalid', pointer: '/validUntil' }
  if (start !== undefined && end !== undefined && start > end)
    return { code: 'validity-reversed', pointer: '/validUntil' }
  return undefined
}
