import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportVerificationKit } from '../../server/commands/export.ts'
import { aMachine } from '../support/run-cli.ts'

describe('passerelle export verification-kit', () => {
  it('writes the kit of an empty installation, and says its fingerprint', async () => {
    const machine = aMachine()
    const out = join(machine.dir, 'copie')
    const {
      code,
      out: said,
      err,
    } = await machine.inProcess((config) => exportVerificationKit(config, { out }))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(said).toContain(out)
    expect(said).toMatch(/[0-9a-f]{64}/)
    expect(existsSync(join(out, 'index.html'))).toBe(true)
    const again = await machine.inProcess((config) => exportVerificationKit(config, { out, json: true }))
    expect(JSON.parse(again.out)).toMatchObject({ out, manifestSha256: expect.any(String) as string })
  })

  it('leaves a folder with other things in it alone, in one sentence', async () => {
    const machine = aMachine()
    const out = join(machine.dir, 'photos')
    mkdirSync(out)
    writeFileSync(join(out, 'plage.txt'), '')
    const { code, err } = await machine.inProcess((config) => exportVerificationKit(config, { out }))
    expect(code).toBe(1)
    expect(err.trim()).toBe(
      '--out : Ce dossier contient déjà autre chose : donnez un dossier vide, ou qui n’existe pas encore.',
    )
    expect(existsSync(join(out, 'plage.txt'))).toBe(true)
  })

  it('asks for a folder, and explains itself', async () => {
    const machine = aMachine()
    const missing = await machine.run(['export', 'verification-kit'])
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('--out')
    const help = await machine.run(['export', 'verification-kit', '--help'])
    expect(help.out).toContain('sans le serveur')
  })
})
