import { expect, test } from 'vitest'
import { parseDocument } from '../../../server/verifier/verification/parse-document.ts'

test.each([
  ['', 'fields.verifyNothing'],
  [' \n ', 'fields.verifyNothing'],
  ['bonjour', 'fields.verifyNotJson'],
  ['{"a": [1, 2', 'fields.verifyNotJson'],
  ['[1, 2]', 'fields.verifyNotJson'],
  ['"text"', 'fields.verifyNotJson'],
  ['%PDF-1.7 …', 'fields.verifyPdf'],
  ['\u0000\u0001PNG', 'fields.verifyNotJson'],
  [`${'['.repeat(1000)}${']'.repeat(1000)}`, 'fields.verifyTooDeep'],
  [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'fields.verifyTooDeep'],
  [JSON.stringify({ a: 'x'.repeat(1_000_001) }), 'fields.verifyTooLarge'],
])('a text that is no document gets one sentence', (text, message) => {
  expect(parseDocument(text)).toEqual({ ok: false, message })
})

test('a document is read with a byte order mark, and brackets inside texts are not counted', () => {
  const text = JSON.stringify({ note: `\\"${'{['.repeat(500)}` })
  expect(parseDocument(`\uFEFF${text}\n`)).toMatchObject({ ok: true })
})
