import { asList, isJsonObject } from '../json-value.ts'
import { ID_RULE, typeRule, typedObjectRule } from './common-rules.ts'
import { CONTEXT_RULES } from './context-rules.ts'
import { firstFinding } from './rule.ts'
import type { Rule } from './rule.ts'
import { isUrl } from './url.ts'

/** What a presentation must be: VC Data Model 2.0, section 4.13, one line a requirement. */
export const PRESENTATION_RULES: readonly Rule[] = [
  ...CONTEXT_RULES,
  ID_RULE,
  typeRule('VerifiablePresentation'),
  {
    title: 'holder, where there is one, is a URL or an object with a URL id',
    section: 'VCDM 2.0, 4.13 Verifiable Presentations',
    find: ({ holder }) =>
      holder === undefined || isUrl(holder) || (isJsonObject(holder) && isUrl(holder.id))
        ? undefined
        : { code: 'holder-invalid', pointer: '/holder' },
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
  typedObjectRule('termsOfUse', 'VCDM 2.0, 5.5 Terms of Use'),
]
