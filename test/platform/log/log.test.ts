import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs `source` with a logger called `log` and gives what it wrote. */
function logged(source: string): string {
  const code = `import { createLogger } from './server/platform/log/index.ts'\nconst log = createLogger('info')\n${source}`
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], { encoding: 'utf8' })
    .stderr
}

test('a secret that somebody logs by mistake is cut', () => {
  const line = logged(`log.info({ password: 'hunter2', session: { token: 'abc' } }, 'x')`)
  expect(line).not.toContain('hunter2')
  expect(line).not.toContain('abc')
})

test('an error of the database is told without the row it was about', () => {
  const line = logged(
    `log.error({ err: Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(zoe@exemple.fr)' }) }, 'x')`,
  )
  expect(line).toContain('duplicate key')
  expect(line).not.toContain('zoe@exemple.fr')
})

test('a mail that was refused is told without the address it went to', () => {
  const line = logged(
    `const err = new Error("Can't send mail - all recipients were rejected: 550 5.1.1 <zoe.l@exemple.fr>: unknown")
     Object.assign(err, { code: 'EENVELOPE', responseCode: 550, response: '550 <zoe.l@exemple.fr>', rejected: ['zoe.l@exemple.fr'] })
     log.warn({ err: new Error('not sent', { cause: err }) }, 'x'); log.warn({ err }, 'x')`,
  )
  expect(line).toContain('EENVELOPE')
  expect(line).toContain('all recipients were rejected')
  expect(line).not.toContain('zoe')
})

test('lines keep their order, and the last ones are written when the process ends, whatever ends it', () => {
  const messages = (text: string): unknown[] =>
    text
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => (JSON.parse(line) as { msg: unknown }).msg)
  const talk = `log.info('one'); log.warn('two'); log.info('three');`
  expect(messages(logged(`${talk} process.exit(0)`))).toEqual(['one', 'two', 'three'])
  expect(messages(logged(`${talk} throw new Error('broken')`))).toEqual(['one', 'two', 'three'])
})
