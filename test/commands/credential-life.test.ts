import { beforeAll, describe, expect, it } from 'vitest'
import { reissue } from '../../server/commands/reissue.ts'
import { suspend } from '../../server/commands/suspend.ts'
import { unsuspend } from '../../server/commands/unsuspend.ts'
import { compose } from '../../server/compose.ts'
import { parseConfig } from '../../server/platform/config/index.ts'
import { verifyByCode } from '../../server/verifier/verification/index.ts'
import { aMachine, type Written } from '../support/run-cli.ts'

describe('the life of a credential at the command line', () => {
  const machine = aMachine({ STATUS_PURPOSES: 'revocation,suspension' })
  let written: Written
  beforeAll(async () => {
    written = await machine.json<Written>('demo', '--once')
  }, 60_000)

  const verdictOf = async (code: string): Promise<string> => {
    const services = await compose(parseConfig({ ...machine.env, LOG_LEVEL: 'silent' }))
    try {
      return (await verifyByCode(services, code)).verdict
    } finally {
      await services.close()
    }
  }

  it('is paused and goes on, by a word each', async () => {
    const code = written.passports[0]?.code ?? ''
    const paused = await machine.inProcess((config) =>
      suspend(config, code, { reason: 'paper-lost', json: true }),
    )
    expect(paused.code).toBe(0)
    expect(JSON.parse(paused.out)).toMatchObject({ code, reason: 'paper-lost', published: true })
    expect(await verdictOf(code)).toBe('suspended')
    const twice = await machine.inProcess((config) => suspend(config, code, { reason: 'paper-lost' }))
    expect(twice.code).toBe(1)
    expect(twice.err).toContain('Cette attestation est déjà suspendue')
    const lifted = await machine.inProcess((config) => unsuspend(config, code, {}))
    expect([lifted.code, lifted.out.includes('est levée')]).toEqual([0, true])
    expect(await verdictOf(code)).toBe('verified')
    const again = await machine.inProcess((config) => unsuspend(config, code, {}))
    expect(again.code).toBe(1)
    expect(again.err).toContain('il n’y a rien à lever')
  })

  it('is issued anew, one by its address or a whole session', async () => {
    const id = written.credentials[0]?.id ?? ''
    const code = id.split('/').at(-1) ?? ''
    const one = await machine.inProcess((config) => reissue(config, [id], { json: true }))
    expect(one.code).toBe(0)
    const done = JSON.parse(one.out) as { signed: number; failed: number; credentials: { code: string }[] }
    expect(done).toMatchObject({ signed: 2, failed: 0, skipped: [] })
    expect(await verdictOf(code)).toBe('superseded')
    for (const fresh of done.credentials) expect(await verdictOf(fresh.code)).toBe('verified')
  })

  it.each([
    [[], {}, 'Nommez des attestations'],
    [['000000000000'], {}, ''],
    [[], { session: 'nowhere' }, ''],
  ] as const)('says in one sentence that %j %j names nothing', async (names, options, sentence) => {
    const { code, err } = await machine.inProcess((config) => reissue(config, names, options))
    expect(code).toBe(1)
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
