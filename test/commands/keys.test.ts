import { writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { keysPassphrase } from '../../server/commands/keys-passphrase.ts'
import { keysCompromise, keysList, keysReissue, keysRetire } from '../../server/commands/keys.ts'
import { haveSoftHsm, makeSoftToken } from '../issuer/keys/soft-token.ts'
import { aMachine, type Written } from '../support/run-cli.ts'

const TABLE = [
  'Nom;Prénom;Date de naissance;Structure;Pays;Début;Fin;EQUIPE;ADAPTATION',
  'Dupont;Chloé;14/02/2005;CFA de Brest;Allemagne;05/01/2026;27/03/2026;3;2',
]

interface Listed {
  readonly issuer: string
  readonly keyId: string
  readonly state: string
  readonly signed: number
  readonly compromisedSince: string | null
}

describe('passerelle keys', () => {
  const machine = aMachine()
  let written: Written
  let keyId: string
  const listed = () => machine.json<Listed[]>('keys', 'list')
  const ofStructure = (keys: readonly Listed[]) => keys.filter(({ issuer }) => issuer === 'cfa-de-brest')
  beforeAll(async () => {
    await writeFile(join(machine.dir, 'a.csv'), TABLE.join('\n'))
    written = await machine.json('run-session', 'a.csv', '--out', 'sortie')
    keyId = ofStructure(await listed())[0]?.keyId ?? ''
  })

  it('lists what each key signed', async () => {
    const [key] = ofStructure(await listed())
    expect(key).toMatchObject({ state: 'active', compromisedSince: null })
    expect(key?.signed).toBe(written.credentials.filter(({ id }) => id.includes('/credentials/')).length)
    const { out } = await machine.inProcess((config) => keysList(config, {}))
    expect(out).toContain(keyId)
  })

  it('retires a key, and says the second time that nothing has changed', async () => {
    const first = await machine.inProcess((config) => keysRetire(config, keyId, {}))
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('La nouvelle')])
    const again = await machine.inProcess((config) => keysRetire(config, keyId, {}))
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Rien n’a changé')])
    expect(ofStructure(await listed()).map(({ state }) => state)).toEqual(['active', 'retired'])
  })

  it.each([
    ['demain', 'Écrivez un moment comme 2026-07-03T14:30'],
    ['2026-02-30', 'Écrivez un moment comme 2026-07-03T14:30'],
    ['2999-01-01', 'Ce moment n’est pas encore arrivé'],
  ])('does not understand a compromise since « %s »', async (since, sentence) => {
    const { code, err } = await machine.inProcess((config) => keysCompromise(config, keyId, { since }))
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)])
  })

  it('knows no key of that name', async () => {
    const unknown = (config: Parameters<typeof keysRetire>[0]) =>
      keysCompromise(config, 'z6Mknobody', { since: '2026-01-01' })
    const { code, err } = await machine.inProcess(unknown)
    expect([code, err]).toEqual([1, expect.stringContaining('Nous ne connaissons rien sous ce nom')])
  })

  it('re-issues nothing of a key in which everybody may believe', async () => {
    const { code, err } = await machine.inProcess((config) => keysReissue(config, keyId, {}))
    expect([code, err]).toEqual([1, expect.stringContaining('n’est pas compromise')])
  })

  it('declares it compromised, says what that means for how many, and offers to sign them again', async () => {
    const { code, out } = await machine.run(['keys', 'compromise', keyId, '--since', '2026-01-01'])
    expect(code).toBe(0)
    expect(out).toMatch(/clé compromise depuis le 2025-12-31T23:00:00Z/)
    expect(out).toMatch(/0 attestation signée avant/)
    expect(out).toContain(`passerelle keys reissue ${keyId}`)
    const [, former] = ofStructure(await listed())
    expect(former).toMatchObject({ state: 'compromised', compromisedSince: '2025-12-31T23:00:00Z' })
    const [file] = written.credentials.map((one) => one.file)
    const verdict = await machine.run(['verify', file ?? ''])
    expect([verdict.code, verdict.out]).toEqual([1, expect.stringContaining('key-compromised')])
  })

  it('signs them again, and has nothing left to do the second time', async () => {
    const again = await machine.json<{ signed: number; failed: number; left: number }>(
      'keys',
      'reissue',
      keyId,
    )
    expect(again).toMatchObject({ failed: 0, left: 0 })
    expect(again.signed).toBeGreaterThanOrEqual(written.credentials.length)
    expect(await machine.json('keys', 'reissue', keyId)).toMatchObject({ signed: 0, left: 0 })
  })
})

describe('passerelle keys passphrase', () => {
  const [OLD, NEW] = ['douze petits pas vers Séville', 'treize grands pas vers Brême']
  const machine = aMachine()
  const change = (env: Record<string, string>, options: { remove?: boolean } = {}) => {
    const known = process.env['KEYS_NEW_PASSPHRASE']
    process.env['KEYS_NEW_PASSPHRASE'] = env['KEYS_NEW_PASSPHRASE'] ?? ''
    const other = aMachine({ ...machine.env, ...env })
    return other
      .inProcess((config) => keysPassphrase(config, options))
      .finally(() => {
        if (known === undefined) delete process.env['KEYS_NEW_PASSPHRASE']
        else process.env['KEYS_NEW_PASSPHRASE'] = known
      })
  }
  const opens = async (passphrase: string): Promise<boolean> => {
    const { code } = await aMachine({ ...machine.env, KEYS_PASSPHRASE: passphrase }).inProcess((config) =>
      keysList(config, {}),
    )
    return code === 0
  }

  it('has nothing to protect before the first start', async () => {
    const { code, err } = await change({ KEYS_NEW_PASSPHRASE: OLD })
    expect([code, err]).toEqual([1, expect.stringContaining('Démarrez d’abord le serveur une fois')])
  })

  it('puts a first one, which every later start then needs', async () => {
    await machine.inProcess((config) => keysList(config, { json: true }))
    const { code, out } = await machine.run(['keys', 'passphrase'], { env: { KEYS_NEW_PASSPHRASE: OLD } })
    expect([code, out]).toEqual([0, expect.stringContaining('avant leur prochain démarrage')])
    expect(readdirSync(machine.env.KEYS_DIR)).not.toContain('root.key')
    expect([await opens(''), await opens(OLD)]).toEqual([false, true])
  })

  it.each([
    [{ KEYS_PASSPHRASE: 'pas la bonne phrase', KEYS_NEW_PASSPHRASE: NEW }, 'ne s’ouvrent pas'],
    [{ KEYS_NEW_PASSPHRASE: NEW }, 'Donnez la phrase secrète actuelle'],
    [{ KEYS_PASSPHRASE: OLD }, 'Donnez la nouvelle phrase secrète'],
    [{ KEYS_PASSPHRASE: OLD, KEYS_NEW_PASSPHRASE: 'courte' }, 'KEYS_NEW_PASSPHRASE'],
  ])('changes nothing with %j', async (env, sentence) => {
    const { code, err } = await change(env)
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)])
    expect(await opens(OLD)).toBe(true)
  })

  it('changes it: the keys stay, the old one opens nothing any more', async () => {
    const before = await aMachine({ ...machine.env, KEYS_PASSPHRASE: OLD }).json('keys', 'list')
    expect((await change({ KEYS_PASSPHRASE: OLD, KEYS_NEW_PASSPHRASE: NEW })).code).toBe(0)
    expect([await opens(OLD), await opens(NEW)]).toEqual([false, true])
    expect(await aMachine({ ...machine.env, KEYS_PASSPHRASE: NEW }).json('keys', 'list')).toEqual(before)
  })

  it('takes it away when asked to in so many words', async () => {
    const { code, out } = await change({ KEYS_PASSPHRASE: NEW }, { remove: true })
    expect([code, out]).toEqual([0, expect.stringContaining('Retirez KEYS_PASSPHRASE')])
    expect(readdirSync(machine.env.KEYS_DIR)).toContain('root.key')
    expect(await opens('')).toBe(true)
  })
})

describe('the settings of a key store', () => {
  it.each([
    [{ KEY_STORE: 'cloud' }, 'KEY_STORE. files, pkcs11'],
    [{ KEY_STORE: 'pkcs11' }, 'PKCS11_PIN'],
    [{ KEY_STORE: 'pkcs11', PKCS11_PIN: '1234' }, 'PKCS11_MODULE'],
    [{ KEY_STORE: 'pkcs11', PKCS11_PIN: '1234', PKCS11_MODULE: '/lib/x.so' }, 'PKCS11_TOKEN'],
  ])('are refused by name: %j', async (settings, name) => {
    const { code, err } = await aMachine(settings).run(['keys', 'list'])
    expect([code, err]).toEqual([1, expect.stringContaining(name)])
  })

  it('end in one sentence when the module is not there', async () => {
    const settings = {
      KEY_STORE: 'pkcs11',
      PKCS11_PIN: '1234',
      PKCS11_MODULE: '/nowhere.so',
      PKCS11_TOKEN: 'x',
    }
    const { code, err } = await aMachine(settings).run(['keys', 'list'])
    expect([code, err]).toEqual([
      1,
      'Le module de sécurité (PKCS#11) ne répond pas comme attendu : /nowhere.so. Vérifiez PKCS11_MODULE et PKCS11_TOKEN.\n',
    ])
  })

  it.skipIf(!haveSoftHsm())('work with a real token, and not with a wrong PIN', async () => {
    const { settings, env } = makeSoftToken()
    const token = {
      ...env,
      KEY_STORE: 'pkcs11',
      PKCS11_MODULE: settings.module,
      PKCS11_TOKEN: settings.token,
    }
    const wrong = await aMachine({ ...token, PKCS11_PIN: '0000' }).run(['keys', 'list'])
    expect([wrong.code, wrong.err]).toEqual([
      1,
      'Le module de sécurité (PKCS#11) refuse ce code : vérifiez PKCS11_PIN.\n',
    ])
    const machine = aMachine({ ...token, PKCS11_PIN: 'value' in settings.pin ? settings.pin.value : '' })
    await writeFile(join(machine.dir, 'a.csv'), TABLE.join('\n'))
    const written = await machine.json<Written>('run-session', 'a.csv', '--out', 'sortie')
    expect(await machine.run(['verify', written.credentials[0]?.file ?? ''])).toMatchObject({ code: 0 })
    expect(readdirSync(machine.env.KEYS_DIR).sort()).toEqual(['root.json', 'root.key'])
  })
})
