import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../server/kernel/errors.ts'
import { openIssuerRegistry } from '../../../server/verifier/issuer-registry/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const ID = 'https://partenaire.example/emetteur'
const document = { id: ID, assertionMethod: [`${ID}#1`] }

function written(content: unknown): string {
  const path = join(temporaryFolder(), 'issuers.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('the registry of issuers', () => {
  it('gives the documents written in it, and vouches only for those it trusts', async () => {
    const other = { id: 'did:web:autre.example', assertionMethod: [] }
    const issuers = await openIssuerRegistry(
      written({ [ID]: { name: 'Le partenaire', trusted: true, document }, [other.id]: { document: other } }),
    )
    expect(issuers.documentOf(ID)).toEqual(document)
    expect(issuers.trusts(ID)).toBe(true)
    expect(issuers.documentOf(other.id)).toEqual(other)
    expect(issuers.trusts(other.id)).toBe(false)
    expect(issuers.documentOf('https://nobody.example')).toBeUndefined()
    expect(issuers.trusts('constructor')).toBe(false)
  })

  it.each([
    ['is no JSON', 'oops', 'JSON'],
    ['is a list', [], 'record'],
    ['names an issuer by something else', { 'http://partenaire.example': { document } }, 'partenaire'],
    ['has an entry without document', { [ID]: { trusted: true } }, 'document'],
    ['says more than there is to say', { [ID]: { document, truested: true } }, 'truested'],
    ['has a document about another issuer', { [`${ID}/2`]: { document } }, '≠'],
    ['has a document that lists no keys', { [ID]: { document: { id: ID } } }, 'assertionMethod'],
  ])('stops the start with a clear sentence when it %s', async (_case, content, word) => {
    const path = written(content)
    const error = await openIssuerRegistry(path).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'configuration-invalid', params: { name: 'ISSUER_REGISTRY' } })
    const { hint } = (error as AppError).params
    expect(hint).toContain(path)
    expect(hint).toContain(word)
  })

  it('stops the start when the file is not there', async () => {
    await expect(openIssuerRegistry('/nowhere/issuers.json')).rejects.toMatchObject({
      code: 'configuration-invalid',
      params: { hint: '/nowhere/issuers.json: ENOENT' },
    })
  })
})
