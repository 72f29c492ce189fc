import { globSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { describe, expect, test } from 'vitest'
import { en } from '../../../templates/locales/en/index.ts'
import { fr } from '../../../templates/locales/fr/index.ts'
import {
  countryName,
  formatDate,
  negotiateLocale,
  translator,
  type MessageKey,
} from '../../../server/platform/i18n/index.ts'
import type { Message } from '../../../templates/locales/messages.ts'

/** Keys written as `{{t 'namespace.key'}}` or `(t 'namespace.key')` in a template. */
function keysIn(source: string): string[] {
  const keys: string[] = []
  class Collector extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      collect(node)
      super.MustacheStatement(node)
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      collect(node)
      super.SubExpression(node)
    }
  }
  const collect = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void => {
    const [first] = node.params
    if ('original' in node.path && node.path.original === 't' && first?.type === 'StringLiteral')
      keys.push((first as hbs.AST.StringLiteral).value)
  }
  new Collector().accept(Handlebars.parse(source))
  return keys
}

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)

const blanks = (message: Message): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort()

describe('the words of the product', () => {
  const templates = globSync('templates/**/*.hbs')

  test('each message that a template asks for exists', () => {
    expect(templates.length).toBeGreaterThan(5)
    const missing = templates.flatMap((file) =>
      keysIn(readFileSync(file, 'utf8'))
        .filter((key) => {
          // a message's own name may have dots: « phone », « checked.failed »
          const [namespace = '', ...name] = key.split('.')
          return (fr as Record<string, Record<string, Message>>)[namespace]?.[name.join('.')] === undefined
        })
        .map((key) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('both languages have the same blanks to fill', () => {
    const differing: string[] = []
    for (const [namespace, messages] of Object.entries(fr))
      for (const [name, message] of Object.entries(messages as Record<string, Message>)) {
        const other = (en as Record<string, Record<string, Message>>)[namespace]?.[name]
        if (other === undefined || blanks(message).join() !== blanks(other).join())
          differing.push(`${namespace}.${name}`)
      }
    expect(differing).toEqual([])
  })

  test('a French sentence uses the typographic apostrophe', () => {
    const straight = Object.entries(fr).flatMap(([namespace, messages]) =>
      Object.entries(messages as Record<string, Message>)
        .filter(([, message]) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(JSON.stringify(message)))
        .map(([name]) => `${namespace}.${name}`),
    )
    expect(straight).toEqual([])
  })

  test('in French no sign is left alone at the start or the end of a line', () => {
    // the space before : ; ? ! » and after « is a no-break one (U+00A0, or the narrow U+202F)
    const breaking = Object.entries(fr).flatMap(([namespace, messages]) =>
      Object.entries(messages as Record<string, Message>)
        .filter(([, message]) =>
          forms(message).some((text) =>
            /[^\S\u00a0\u202f][:;?!»]|«(?![\u00a0\u202f])|\S»|[\p{L}\d][;?!]/u.test(text),
          ),
        )
        .map(([name]) => `${namespace}.${name}`),
    )
    expect(breaking).toEqual([])
  })
})

test('a plural follows its number', () => {
  const t = translator('fr')
  expect(t('common.problemsTitle', { count: 1 })).toBe('Il reste un point à corriger')
  expect(t('common.problemsTitle', { count: 3 })).toBe('Il reste 3 points à corriger')
})

test('an unknown key is a mistake, not an empty sentence', () => {
  expect(() => translator('fr')('common.nothing' as MessageKey)).toThrow('no message common.nothing')
})

test('dates and countries are written as people write them', () => {
  expect(formatDate('fr', '2026-07-03')).toBe('3 juillet 2026')
  expect(formatDate('fr', '2026-07-03', 'short')).toBe('03/07/2026')
  expect(formatDate('en', '2026-07-03', 'month')).toBe('July 2026')
  expect(countryName('fr', 'CZ')).toBe('Tchéquie')
})

test('the visitor’s first language among ours is chosen, English when none of ours is wanted', () => {
  expect(negotiateLocale(undefined)).toBe('fr')
  expect(negotiateLocale('en-GB,en;q=0.9,fr;q=0.8')).toBe('en')
  expect(negotiateLocale('de-DE,de;q=0.9')).toBe('en')
  expect(negotiateLocale('de;q=0.5, fr;q=0.9')).toBe('fr')
})
