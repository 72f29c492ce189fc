import { describe, expect, test } from 'vitest'
import { copyJson, isSameJson } from '../../server/vc/json-value.ts'
import type { JsonValue } from '../../server/vc/index.ts'

const parse = (text: string): JsonValue => JSON.parse(text) as JsonValue

const VALUES = [
  'null',
  'true',
  '"text"',
  '5',
  '[]',
  '{}',
  '[1, [2, {"a": null}], "3"]',
  '{"a": {"b": [1, 2]}, "c": ""}',
  '{"__proto__": {"a": 1}, "b": 2}',
]

describe('JSON', () => {
  test.each(VALUES)('%s and its copy hold the same', (text) => {
    const value = parse(text)
    const copy = copyJson(value)
    expect(JSON.stringify(copy)).toBe(JSON.stringify(value))
    expect(isSameJson(copy, value)).toBe(true)
    if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value)
  })

  test.each(VALUES)('%s is not the same as any other', (text) => {
    const others = VALUES.filter((other) => other !== text)
    for (const other of others) expect(isSameJson(parse(other), parse(text)), other).toBe(false)
  })

  test.each([
    ['{"a": 1, "b": 2}', '{"b": 2, "a": 1}', true],
    ['{"a": 1, "b": 2}', '{"a": 1, "c": 2}', false],
    ['{"a": 1}', '{"__proto__": {}}', false],
    ['{"__proto__": {}}', '{"a": {}}', false],
    ['{"toString": 1}', '{"a": 1}', false],
    ['[1, 2]', '[2, 1]', false],
    ['[1]', '{"0": 1}', false],
    ['"1"', '1', false],
    ['{"a": null}', '{}', false],
  ])('%s against %s', (one, other, expected) => {
    expect(isSameJson(parse(one), parse(other))).toBe(expected)
    expect(isSameJson(parse(other), parse(one))).toBe(expected)
  })
})
