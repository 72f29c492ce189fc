import { CREDENTIALS_V1 } from '../json-ld/pinned-contexts.ts'
import { asList } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { CREDENTIAL_1_1_RULES, PRESENTATION_1_1_RULES } from './credential-1-1-rules.ts'
import { CREDENTIAL_RULES } from './credential-rules.ts'
import { PRESENTATION_RULES } from './presentation-rules.ts'
import type { Rule } from './rule.ts'

/** The first context says which data model a document follows; whatever is not 1.1 must be 2.0. */
const isVersion11 = (document: JsonObject): boolean => asList(document['@context'])[0] === CREDENTIALS_V1

/** The rules to read a credential by. To sign one, {@link CREDENTIAL_RULES} are the only ones. */
export const credentialRulesFor = (document: JsonObject): readonly Rule[] =>
  isVersion11(document) ? CREDENTIAL_1_1_RULES : CREDENTIAL_RULES

/** The rules to read a presentation by. */
export const presentationRulesFor = (document: JsonObject): readonly Rule[] =>
  isVersion11(document) ? PRESENTATION_1_1_RULES : PRESENTATION_RULES
