import type { Check, CheckCode } from './verification-result.ts'

/** What each code says, in one English sentence for the technically minded. */
const SENTENCES: Readonly<Record<CheckCode, string>> = {
  ok: 'Nothing is wrong here.',
  'not-asked': 'The caller did not ask for this check.',
  'not-run': 'This check was not made because an earlier one failed.',
  // document
  'not-a-json-object': 'The document is not a JSON object.',
  'not-json': 'The document holds something that JSON cannot say.',
  'too-deep': 'The document is nested deeper than this verifier reads.',
  'too-large': 'The document is larger than this verifier reads.',
  // data model
  'context-invalid':
    '@context must be a list that begins with the context of the data model, of URLs and of objects without a base.',
  'type-invalid': 'type must be a list of names with the one that the data model requires among them.',
  'id-invalid': 'An id must be one absolute URL.',
  'issuer-invalid': 'issuer must be a URL, or an object with a URL as id.',
  'subject-invalid': 'credentialSubject must be an object, or a list of objects, that each say something.',
  'date-invalid': 'A date must be an XML Schema instant with its time zone, on a day that exists.',
  'validity-reversed': 'The credential ends before it begins.',
  'status-entry-invalid':
    'A credentialStatus must have the type and the members that its specification requires.',
  'typed-object-invalid':
    'This property must hold objects that name their type, and their id where it is required.',
  'language-value-invalid':
    'A name or description must be a text, or a value object with @value, @language and @direction alone.',
  'related-resource-invalid':
    'Each related resource must have a URL as id, once, and a well-formed digest that is the right one.',
  'holder-invalid': 'holder must be a URL, or an object with a URL as id.',
  'members-invalid': 'verifiableCredential must hold credentials as objects.',
  'enveloped-invalid': 'An enveloped credential must be an object with a data: URL as id.',
  'term-aliased':
    'A property that decides over the document was signed under another name than the one it is read by.',
  'claims-mismatch': 'A claim of the token contradicts the credential that it carries.',
  // context
  'context-unknown': 'A context could not be had, so that nobody can say what the document means.',
  'context-foreign':
    'A type of 1EdTech is explained by another context than its own, so that its words may mean anything.',
  'term-undefined': 'No context defines this term or type, so that it was not signed.',
  'json-ld-invalid': 'The document is not valid JSON-LD.',
  // proof
  'proof-missing': 'The document has no proof.',
  'proof-invalid': 'A member of the proof is missing, unknown or malformed.',
  'proof-expired': 'The proof has expired.',
  'proof-purpose-wrong': 'The proof was made for another purpose.',
  'cryptosuite-unknown': 'No standard knows this kind of proof.',
  'cryptosuite-unsupported': 'This verifier does not speak this kind of proof.',
  'securing-unsupported':
    'The document is secured in an envelope (JWT, COSE or SD-JWT), which this verifier does not open.',
  'signature-invalid': 'The signature does not match the document and the key.',
  'key-not-found': 'The document of the controller does not hold the key that the proof names.',
  'key-not-authorised': 'The controller does not let this key make such a proof, or not any more.',
  'key-compromised': 'The key was revoked, and nobody saw the document signed before that.',
  'issuer-not-key-controller': 'The key that signed is not one of the issuer.',
  'did-not-resolved': 'The document of the controller of the key could not be had.',
  'previous-proof-missing': 'The proof builds on another one that is not there.',
  'previous-proof-circular': 'The proof builds on itself.',
  'base-proof-presented':
    'This is the base proof of a holder, who is to derive from it what a verifier is shown.',
  // issuer
  'issuer-unknown': 'The signature is good, but nobody vouches for the issuer.',
  // validity
  'not-yet-valid': 'The credential is not valid yet.',
  expired: 'The credential has expired.',
  // status
  revoked: 'The issuer revoked the credential.',
  suspended: 'The issuer suspended the credential.',
  'status-message': 'The issuer set a message about the credential.',
  'status-unsupported': 'This verifier does not speak this kind of status.',
  'status-list-unreachable': 'The status list could not be had.',
  'status-list-not-authentic': 'The status list is not authentic.',
  'status-list-invalid': 'The status list is malformed, or not valid now.',
  'status-list-mismatch': 'The status list is of another issuer, or about another purpose.',
  'status-index-out-of-range': 'The status list has no such entry.',
  // schema
  'schema-not-checked': 'The document was not checked against the schema it names.',
  // members, credentials
  'member-not-verified': 'A credential inside the collection is not verified.',
  'member-not-authentic': 'A credential inside the collection is not authentic.',
  'credential-not-verified': 'A credential inside the presentation is not verified.',
  // holder
  'holder-not-signer': 'The presentation was not signed by its holder.',
  'holder-not-bound':
    'No challenge was asked for, so that the presentation may have been shown elsewhere before.',
  'challenge-mismatch': 'The presentation does not answer our challenge.',
  'domain-mismatch': 'The presentation was not made for us.',
  // successor
  superseded: 'A newer credential takes the place of this one.',
}

/** The sentence of a check for problem details (RFC 9457 `detail`), with what was found in brackets where that is known. */
export function describeCheck({ code, detail }: Pick<Check, 'code' | 'detail'>): string {
  const sentence = SENTENCES[code]
  return detail === undefined || detail === '' ? sentence : `${sentence} (${detail})`
}
