import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { aMachine } from '../support/run-cli.ts'

const COMMANDS = [
  [],
  ['serve'],
  ['demo'],
  ['migrate'],
  ['run-session'],
  ['verify'],
  ['keys'],
  ['keys', 'list'],
  ['keys', 'rotate'],
  ['accounts', 'second-factor', 'reset'],
  ['revoke'],
  ['suspend'],
  ['unsuspend'],
  ['reissue'],
]

describe('help', () => {
  const machine = aMachine()
  it.each(COMMANDS.map((command) => ({ command, name: ['passerelle', ...command].join(' ') })))(
    'of $name says what it does, and does nothing',
    async ({ command, name }) => {
      const { code, out, err } = await machine.run([...command, '--help'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`Usage: ${name}`)
      expect(out).toMatch(/[éèêà]/)
    },
  )

  it('speaks English where the terminal does', async () => {
    const { out } = await machine.run(['revoke', '--help'], { env: { LANG: 'en_GB.UTF-8' } })
    expect(out).toContain('why it is withdrawn')
  })

  it('is offered for a word that is no command', async () => {
    const { code, err } = await machine.run(['abracadabra'])
    expect(code).toBe(1)
    expect(err).toContain('abracadabra')
    expect(err).toContain('run-session')
  })
})

describe('a setting that is not understood', () => {
  const machine = aMachine()
  it.each([
    ['PORT', 'abc'],
    ['PORT', '99999'],
    ['PUBLIC_URL', 'passeport.exemple.fr'],
    ['PUBLIC_URL', 'https://exemple.fr/sous-dossier'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['KEYS_PASSPHRASE', 'court'],
    ['SMTP_URL', 'http://mail'],
    ['LOG_LEVEL', 'fort'],
    ['TRUST_PROXY', 'oui'],
    ['SECOND_FACTOR', 'parfois'],
    ['OIDC_ISSUER', 'http://connexion.exemple.fr'],
  ])('is called by its name: %s=%s', async (name, value) => {
    const { code, err } = await machine.run(['migrate'], { env: { [name]: value } })
    expect(code).toBe(1)
    expect(err).toContain(`Un réglage n’est pas compris : ${name}.`)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['a PostgreSQL that does not answer', { DATABASE_URL: 'postgres://u:secret-word@127.0.0.1:1/x' }],
    ['a file that is no database', { DATABASE_URL: 'sqlite:no-database.txt' }],
  ])('names the database: %s', async (_, env) => {
    await writeFile(
      join(machine.dir, 'no-database.txt'),
      'Bonjour, je ne suis pas une base de données. '.repeat(40),
    )
    const { code, out, err } = await machine.run(['keys', 'list'], { env })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/La base de données ne s’ouvre pas .*DATABASE_URL/)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).not.toContain('secret-word')
  })

  it('or a folder that cannot be made, is said with its path', async () => {
    await writeFile(join(machine.dir, 'a-file'), '')
    const { code, err } = await machine.run(['keys', 'list'], {
      env: { KEYS_DIR: join(machine.dir, 'a-file/keys') },
    })
    expect(code).toBe(1)
    expect(err).toMatch(/Impossible de lire ou d’écrire ici : .*a-file/)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

test('a wrong passphrase is said, and the command ends', async () => {
  const env = { KEYS_PASSPHRASE: 'bruine phare tricot lundi' }
  const machine = aMachine(env)
  expect((await machine.run(['keys', 'list'])).code).toBe(0)
  for (const KEYS_PASSPHRASE of ['bruine phare tricot mardi', '']) {
    const { code, err } = await machine.run(['keys', 'list'], { env: { KEYS_PASSPHRASE } })
    expect([code, err.trim().split('\n').length]).toEqual([1, 1])
    expect(err).toContain('KEYS_PASSPHRASE')
  }
})
