import { expect, test } from 'vitest'
import { buildCredential, readCredential } from '../../../server/issuer/credentials/index.ts'
import { asList, isJsonObject, verifyCredential } from '../../../server/vc/index.ts'
import { changed, verifyOptions } from '../../vc/builders.ts'
import { aCompetence, aContext, NOW, sign } from './sample-facts.ts'

const signed = await sign(buildCredential(aCompetence(), aContext()))
const evidence = asList(signed['evidence']).filter(isJsonObject)
const [observation = {}, ...others] = evidence
const { narrative: _narrative, ...withoutWords } = observation
const { name: _name, genre: _genre, ...withoutName } = observation
const levels = ['credentialSubject', 'achievement', 'resultDescription', 0, 'rubricCriterionLevel'] as const

function levelsOf(): unknown[] {
  let value: unknown = signed
  for (const step of levels) value = (value as Record<string | number, unknown>)[step]
  return value as unknown[]
}

/** RDF makes one node of both, so that the signature stays good: `level 3 of 4` must not become `level 3 of 5`. */
test.each([
  ['a level that stands twice', () => changed(signed, levels, [...levelsOf(), levelsOf()[0]])],
  [
    'an observation in two halves',
    () => changed(signed, ['evidence'], [withoutWords, withoutName, ...others]),
  ],
])('%s is authentic, and is not read as one of ours', async (_what, document) => {
  const options = verifyOptions({ now: NOW, only: ['issuer'] })
  expect((await verifyCredential(document(), options)).verdict).toBe('verified')
  expect(() => readCredential(document())).toThrow('schema-mismatch')
  expect(readCredential(signed).competence?.levelMax).toBe(4)
})
