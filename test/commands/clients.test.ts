import { describe, expect, it } from 'vitest'
import { clientsCreate, clientsDisable, clientsList, clientsRotate } from '../../server/commands/clients.ts'
import { aMachine } from '../support/run-cli.ts'

interface Client {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly scopes: string[]
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly token: string
  readonly tokens: { hint: string; endsAt: string | null }[]
}

const machine = aMachine()
const JSON_OUT = { json: true }
const parse = <Result>({ code, out, err }: { code: number | null; out: string; err: string }): Result => {
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as Result
}
const create = (name: string, options: { scope: string[]; organisation?: string; expires?: string }) =>
  machine.inProcess((config) => clientsCreate(config, name, { ...options, ...JSON_OUT }))
const list = async (): Promise<Client[]> =>
  parse(await machine.inProcess((config) => clientsList(config, JSON_OUT)))

describe('passerelle clients', () => {
  it('makes a client from the command line, and shows its token once', async () => {
    const help = await machine.run(['clients', 'create', '--help'])
    for (const word of ['--scope', '--organisation', '--expires', 'credentials:issue'])
      expect(help.out).toContain(word)
    const made = await machine.json<Client>(
      'clients',
      'create',
      'Portail',
      '--scope',
      'credentials:issue',
      '--scope',
      'credentials:derive',
      '--expires',
      '2099-12-31',
    )
    expect(made).toMatchObject({ name: 'Portail', scopes: ['credentials:issue', 'credentials:derive'] })
    expect(made.token).toMatch(/^psl_/)
    const { out, code } = await machine.run(['clients', 'list', '--json'])
    expect(code).toBe(0)
    expect(out).not.toContain(made.token)
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        id: made.id,
        state: 'active',
        lastUsedAt: null,
        expiresAt: '2099-12-31T22:59:59Z',
      }),
    ])
  })

  it('rotates and disables', async () => {
    const { id } = parse<Client>(await create('Autre', { scope: ['credentials:status'] }))
    const rotated = parse<Client & { oldEndsAt: string }>(
      await machine.inProcess((config) => clientsRotate(config, id, { grace: '7', ...JSON_OUT })),
    )
    expect(rotated.token).toMatch(/^psl_/)
    const found = (await list()).find((client) => client.id === id)
    expect(found?.tokens.map(({ endsAt }) => endsAt)).toEqual([null, rotated.oldEndsAt])
    parse(await machine.inProcess((config) => clientsDisable(config, id, JSON_OUT)))
    expect((await list()).find((client) => client.id === id)?.state).toBe('disabled')
  })

  it('prints the token alone on its line, to copy it', async () => {
    const { out } = await machine.inProcess((config) =>
      clientsCreate(config, 'Copie', { scope: ['credentials:issue'] }),
    )
    expect(out.trim().split('\n').at(-1)).toMatch(/^psl_[\w-]{43}$/)
  })

  it.each([
    { what: 'no right', run: () => create('X', { scope: [] }), says: /au moins un droit/ },
    { what: 'an unknown right', run: () => create('X', { scope: ['everything'] }), says: /--scope/ },
    {
      what: 'a day that does not exist',
      run: () => create('X', { scope: ['credentials:issue'], expires: '31/12/2027' }),
      says: /2027-07-03/,
    },
    {
      what: 'a structure nobody knows',
      run: () => create('X', { scope: ['credentials:issue'], organisation: 'nulle-part' }),
      says: /ne connaissons rien/,
    },
    {
      what: 'a client nobody knows',
      run: () => machine.inProcess((config) => clientsDisable(config, 'x', {})),
      says: /ne connaissons rien/,
    },
    {
      what: 'a grace that is no number',
      run: () => machine.inProcess((config) => clientsRotate(config, 'x', { grace: '' })),
      says: /grace/,
    },
  ])('refuses $what with one sentence', async ({ run, says }) => {
    const before = await list()
    const { code, err } = await run()
    expect(code).toBe(1)
    expect(err).toMatch(says)
    expect(await list()).toEqual(before)
  })
})
