import type { PassportContent } from '../../issuer/credentials/index.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { JsonObject } from '../../vc/index.ts'
import { organisation, part, startOf } from './agents.ts'
import { claimsOf, type ReadPassport } from './claims.ts'
import { BASE64, GENERIC_CREDENTIAL, language, PNG_FILE } from './concepts.ts'
import { readEsco } from './read-esco.ts'
import { languageMap, ours } from './words.ts'

/** A picture of each page, in each language. */
export type PagePictures = Readonly<Record<Locale, readonly Buffer[]>>

const CONTEXTS = ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap']

/** The profile with the Union's own lists of words, in SHACL. */
const PROFILE = { id: 'http://data.europa.eu/snb/model/ap/edc-generic-full', type: 'ShaclValidator2017' }

/**
 * A passport in the European Learning Model (version 3), for the Union's tool that issues European Digital Credentials: what
 * it holds and no more, without a proof, and without any number of the Union's own. Whoever seals it there becomes its
 * issuer; here it names the platform that signed the passport.
 */
export function buildDocument(passport: ReadPassport, pictures: PagePictures, issuer: string): JsonObject {
  const { fr: content } = passport
  const issued = startOf(content.issuedOn)
  const { url, locale } = content
  return {
    '@context': CONTEXTS,
    id: part(url, 'europass'),
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: [GENERIC_CREDENTIAL],
    displayParameter: display(content, pictures),
    issuer: organisation({ id: issuer, name: content.platform }, locale),
    credentialSubject: {
      id: part(url, 'person'),
      type: 'Person',
      fullName: languageMap({ [locale]: content.holderName }),
      hasClaim: claimsOf(passport, readEsco(content.signedJson)),
    },
    issuanceDate: issued,
    issued,
    validFrom: issued,
    credentialSchema: [PROFILE],
  }
}

function display(content: PassportContent, pictures: PagePictures): JsonObject {
  const id = part(content.url, 'display')
  return {
    id,
    type: 'DisplayParameter',
    title: languageMap(ours((t) => t('europass.documentTitle'))),
    primaryLanguage: language(content.locale),
    language: LOCALES.map(language),
    individualDisplay: LOCALES.map((locale) => ({
      id: part(id, locale),
      type: 'IndividualDisplay',
      language: language(locale),
      displayDetail: pictures[locale].map((picture, index) =>
        page(part(id, `${locale}-${index + 1}`), picture, index + 1),
      ),
    })),
  }
}

const page = (id: string, picture: Buffer, number: number): JsonObject => ({
  id,
  type: 'DisplayDetail',
  page: number,
  image: {
    id: part(id, 'image'),
    type: 'MediaObject',
    contentType: PNG_FILE,
    contentEncoding: BASE64,
    content: picture.toString('base64'),
  },
})
