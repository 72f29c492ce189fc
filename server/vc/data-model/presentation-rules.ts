import { asList, isJsonObject } from '../json-value.ts'
import { ID_RULE, isNamed, typeRule, typedObjectRule } from './common-rules.ts'
import { CONTEXT_RULES } from './context-rules.ts'
import { findEnvelopeProblem } from './enveloped.ts'
import { firstFinding } from './rule.ts'
import type { Rule } from './rule.ts'

/** What a presentation must be: VC Data Model 2.0, section 4.13, one line a requirement. */
export const PRESENTATION_RULES: readonly Rule[] = [
  ...CONTEXT_RULES,
  ID_RULE,
  typeRule('VerifiablePresentation'),
  {
    title: 'holder, where there is one, is a URL or an object with a URL id',
    section: 'VCDM 2.0, 4.13 Verifiable Presentations',
    find: ({ holder }) =>
      holder === undefined || isNamed(holder) ? undefined : { code: 'holder-invalid', pointer: '/holder' },
  },
  {
    title: 'each verifiableCredential is an object',
    section: 'VCDM 2.0, 4.13 Verifiable Presentations',
    find: ({ verifiableCredential }) =>
      firstFinding(asList(verifiableCredential), (credential, index) =>
        isJsonObject(credential)
          ? undefined
          : { code: 'members-invalid', pointer: `/verifiableCredential/${index}` },
      ),
  },
  {
    title: 'an enveloped credential is a data: URL with a context',
    section: 'VCDM 2.0, 4.13.1 Enveloped Verifiable Credentials',
    find: ({ verifiableCredential }) =>
      firstFinding(asList(verifiableCredential), (credential, index) =>
        findEnvelopeProblem(credential, `/verifiableCredential/${index}`),
      ),
  },
  typedObjectRule('termsOfUse', 'VCDM 2.0, 5.5 Terms of Use'),
]
