import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { buildCredential } from '../../../server/issuer/credentials/index.ts'
import {
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  createDocumentLoader,
  didKeyDocument,
  verifyCredential,
} from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { NOW, aCompetence, aContext, key, sign } from './sample-facts.ts'

const SCHEMAS = join(import.meta.dirname, '../../../../shared/domain/ob3/schemas')
const ADAPTED = 'ob_v3p0_achievementcredential_schema.json'
const STRICT = 'strict_ob_v3p0_achievementcredential_schema.json'

function compile(file: string, definition?: string): ValidateFunction {
  const ajv = new Ajv2019({ allErrors: true, strict: false })
  formats.default(ajv)
  const schema = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object
  if (definition === undefined) return ajv.compile(schema)
  ajv.addSchema(schema, 'whole')
  return ajv.compile({ $ref: `whole#/$defs/${definition}` })
}

/** What the host says about a badge, as Open Badges 3.0 (EndorsementCredential) writes it. */
function anEndorsement(about: string): JsonObject {
  const context = aContext()
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
    id: context.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Confirmé par le lieu d’accueil',
    issuer: { id: key.did, type: ['Profile'], name: 'Tischlerei Hansen' },
    validFrom: '2026-07-03T16:20:00Z',
    credentialSubject: {
      id: about,
      type: ['EndorsementSubject'],
      endorsementComment: 'Inès a repris seule le plan d’un escalier.',
    },
  }
}

const verdictOf = async (document: JsonObject) => {
  const result = await verifyCredential(document, {
    now: NOW,
    documentLoader: createDocumentLoader({ resolveDid: (did) => Promise.resolve(didKeyDocument(did)) }),
    loadStatusList: () => Promise.reject(new Error('no network here')),
    isKnownIssuer: () => true,
    only: ['proof'],
  })
  return result.verdict
}

describe.skipIf(!existsSync(SCHEMAS))('an EndorsementCredential', () => {
  test('signed here passes its 1EdTech schema, alone and as either variant knows it', async () => {
    const signed = await sign(anEndorsement(aContext().id))
    for (const validate of [
      compile('ob_v3p0_endorsementcredential_schema.json'),
      compile(ADAPTED, 'EndorsementCredential'),
      compile(STRICT, 'EndorsementCredential'),
    ]) {
      validate(signed)
      expect(validate.errors).toBeNull()
    }
    expect(await verdictOf(signed)).toBe('verified')
  })

  test('inside the badge that it is about passes both variants, and is covered by the signature', async () => {
    const context = aContext()
    const badge = buildCredential(aCompetence(), context)
    const signed = await sign({ ...badge, endorsement: [await sign(anEndorsement(context.id))] })
    for (const file of [ADAPTED, STRICT]) {
      const validate = compile(file)
      validate(signed)
      expect([file, validate.errors]).toEqual([file, null])
    }
    expect(await verdictOf(signed)).toBe('verified')
    const forged = JSON.parse(JSON.stringify(signed).replace('repris seule', 'repris toute')) as JsonObject
    expect(await verdictOf(forged)).toBe('not-authentic')
  })
})
