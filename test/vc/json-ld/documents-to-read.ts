import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCredential, buildPassport } from '../../../server/issuer/credentials/index.ts'
import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT, isJsonObject } from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import {
  aCompetence,
  aContext,
  anAttendance,
  aPassport,
  aStay,
  sign as signOurs,
} from '../../issuer/credentials/sample-facts.ts'
import { competence, newKey, passport, sign, signCarelessly, statusEntry, statusList } from '../builders.ts'

const RECORDED = join(import.meta.dirname, '../../../../shared/conformance')

/** What our readers meet: what we write ourselves, and the shapes of the specifications. */
export async function documentsToRead(): Promise<JsonObject[]> {
  const key = await newKey()
  const ours = [aCompetence(), aCompetence({ locale: 'en' }), aStay()].map((award) =>
    buildCredential(award, aContext()),
  )
  const attendance = buildCredential(anAttendance(), aContext())
  const members = await Promise.all([...ours.slice(0, 2), attendance].map(signOurs))
  const badge = competence(key.did, { credentialStatus: statusEntry() })
  const signed = await sign(badge, key)
  const list = await statusList(key, { set: [5] })
  return [
    ...ours,
    attendance,
    buildPassport(aPassport(), members, aContext()),
    badge,
    signed,
    list,
    passport(key.did, [
      signed,
      await sign({ ...badge, id: 'https://passerelle.example/credentials/B' }, key),
    ]),
    await signCarelessly(presentation(key.did, [signed, list]), key, { purpose: 'authentication' }),
    proofConfig(key.verificationMethod),
    ...SPECIFIED,
    ...recorded(),
  ]
}

const presentation = (holder: string, credentials: JsonObject[]): JsonObject => ({
  '@context': [CREDENTIALS_V2],
  type: ['VerifiablePresentation'],
  holder,
  verifiableCredential: credentials,
})

/** What is hashed beside the document (VC Data Integrity 1.0, 4.2). */
const proofConfig = (verificationMethod: string): JsonObject => ({
  '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
  type: 'DataIntegrityProof',
  created: '2026-07-01T10:00:00Z',
  verificationMethod,
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
})

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'

/** After the examples of VC Data Model 2.0, and of Open Badges 3.0 for endorsements. */
const SPECIFIED: readonly JsonObject[] = [
  {
    '@context': [CREDENTIALS_V2, EXAMPLES],
    id: 'http://university.example/credentials/3732',
    type: ['VerifiableCredential', 'ExampleDegreeCredential'],
    issuer: {
      id: 'did:example:76e12ec712ebc6f1c221ebfeb1f',
      type: 'ExampleUniversity',
      name: [
        { '@value': 'Example University', '@language': 'en' },
        { '@value': 'Université de l’Exemple', '@language': 'fr' },
      ],
    },
    validFrom: '2015-05-10T12:30:00Z',
    name: { '@value': 'Example University Degree', '@language': 'en' },
    credentialSubject: {
      id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
      degree: { type: 'ExampleBachelorDegree', name: 'Bachelor of Science and Arts' },
    },
    credentialSchema: [
      { id: 'https://example.org/examples/degree.json', type: 'JsonSchema' },
      { id: 'https://example.org/examples/alumni.json', type: 'JsonSchema' },
    ],
    credentialStatus: {
      id: 'https://university.example/credentials/status/3#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://university.example/credentials/status/3',
    },
    relatedResource: [
      {
        id: 'https://www.w3.org/ns/credentials/v2',
        digestSRI: 'sha384-Q9aBQ4o1rIFT7Y5Q5lNQ5pGZ9sDxo5b5mR1b9vQ0m5Q=',
      },
    ],
    refreshService: {
      type: 'VerifiableCredentialRefreshService2021',
      url: 'https://university.example/refresh',
    },
    termsOfUse: {
      type: 'TrustFrameworkPolicy',
      trustFramework: 'Employment&Life',
      policyId: 'https://policy.example/policies/125',
    },
    evidence: [
      { id: 'https://university.example/evidence/f2a', type: ['Evidence'], name: 'scan', tags: ['a', 'b'] },
    ],
  },
  {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
    id: 'http://example.com/endorsements/3732',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'A strong endorsement',
    issuer: { id: 'https://example.edu/issuers/565049', type: ['Profile'], name: 'Example University' },
    validFrom: '2010-01-01T00:00:00Z',
    credentialSubject: {
      id: 'https://example.edu/achievements/teamwork',
      type: ['EndorsementSubject'],
      endorsementComment: 'This group has **done** the work.',
    },
  },
  {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
    id: 'urn:uuid:a63a60be-f4af-491c-87fc-2c8fd3007a58',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Everything',
    issuer: {
      id: 'https://example.com/issuers/876543',
      type: ['Profile'],
      name: 'Example Corp',
      address: {
        type: ['Address'],
        addressCountry: 'USA',
        geo: { type: ['GeoCoordinates'], latitude: 1, longitude: 2 },
      },
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: '1', identifierType: 'sourcedId' }],
      parentOrg: { id: 'did:example:parent', type: ['Profile'], name: 'Universal' },
    },
    validFrom: '2010-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
      type: ['AchievementSubject'],
      creditsEarned: 42,
      source: { id: 'https://school.edu/issuers/201234', type: 'Profile', name: '1EdTech College of Arts' },
      achievement: {
        id: 'https://1edtech.edu/achievements/degree',
        type: ['Achievement'],
        alignment: [
          {
            type: ['Alignment'],
            targetCode: 'degree',
            targetName: 'Degree',
            targetType: 'CFItem',
            targetUrl: 'https://credentialfinder.org/credential/20229',
          },
          {
            type: ['Alignment'],
            targetCode: 'degree',
            targetName: 'Degree',
            targetType: 'CTDL',
            targetUrl: 'https://credentialfinder.org/credential/1',
          },
        ],
        achievementType: 'Degree',
        creator: { id: 'https://1edtech.edu/issuers/565049', type: ['Profile'], name: '1EdTech University' },
        creditsAvailable: 36,
        criteria: { id: 'https://1edtech.edu/achievements/degree', narrative: 'Complete the courses.' },
        name: '1EdTech University Degree',
        description: 'A degree.',
        image: { id: 'https://1edtech.edu/a.png', type: 'Image', caption: 'logo' },
        related: [{ type: ['Related'], id: 'https://1edtech.edu/achievements/b', inLanguage: 'es' }],
        resultDescription: [
          {
            id: 'urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c',
            type: ['ResultDescription'],
            name: 'Final Project Status',
            allowedValue: ['D', 'C', 'B', 'A'],
            requiredValue: 'C',
            resultType: 'LetterGrade',
            rubricCriterionLevel: [
              {
                id: 'urn:uuid:d05a0867',
                type: ['RubricCriterionLevel'],
                name: 'Mastery',
                level: 'Mastery',
                points: '4',
              },
            ],
          },
        ],
        tag: ['one', 'two'],
      },
      result: [
        { type: ['Result'], resultDescription: 'urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c', value: 'A' },
      ],
    },
  },
]

/** Documents of the recorded suites, where they are to be had. */
function recorded(): JsonObject[] {
  return ['verify-vc.jsonl', 'verify-vp.jsonl', 'issue.jsonl']
    .map((name) => join(RECORDED, name))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .filter((_, index) => index % 7 === 0)
    .map((line) => line.replaceAll(/\{\{[^}]*\}\}/g, 'did:example:issuer'))
    .flatMap((line): unknown[] => Object.values((JSON.parse(line) as { body: object }).body))
    .filter(isJsonObject)
    .filter((document) => document['@context'] !== undefined)
}
