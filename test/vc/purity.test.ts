import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../server/vc/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

test('the credential code runs in a browser: nothing of Node is imported outside vc/node', () => {
  expect(files.length).toBeGreaterThan(25)
  for (const name of files.filter((file) => !file.startsWith('node/'))) {
    const source = readFileSync(new URL(name, root), 'utf8')
    expect(source, name).not.toMatch(/from 'node:|import\('node:|\bBuffer\b|\bprocess\./)
  }
})
