import { beforeEach, describe, expect, test } from 'vitest'
import { disableAccount, enableAccount, signOutAccount } from '../../../server/access/accounts/index.ts'
import { resetForSomebody } from '../../../server/access/security/index.ts'
import { findSecondFactors } from '../../../server/access/second-factor/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { PASSWORD } from '../access-world.ts'
import { createSignInWorld, YANN, type SignInWorld } from '../sign-in-world.ts'

let world: SignInWorld
let deps: SignInWorld['deps'] & { login: SignInWorld['login'] }

beforeEach(async () => {
  world = await createSignInWorld()
  deps = { ...world.deps, login: world.login }
})

const actions = async () =>
  (await world.db<{ action: string }>('audit_events').select('action')).map(({ action }) => action)

describe('closing an account', () => {
  test('signs out everywhere at once, and no way in opens it, until it is opened again', async () => {
    const browser = await world.browse(world.yann)
    await disableAccount(deps, world.admin, world.yann.accountId)
    expect((await browser.open('/organisation')).status).toBe(303)
    expect(await world.db('login_sessions')).toEqual([])
    const again = await world.browse()
    expect((await again.send('/login', { email: YANN.email, password: PASSWORD })).status).toBe(422)
    await enableAccount(deps, world.admin, world.yann.accountId)
    expect((await again.send('/login', { email: YANN.email, password: PASSWORD })).status).toBe(303)
    expect((await browser.open('/organisation')).status).toBe(303)
    expect(await actions()).toEqual(expect.arrayContaining(['account.disabled', 'account.enabled']))
  })

  test('is for who runs the platform, never oneself', async () => {
    for (const actor of [world.coordinator, world.trainer, world.neighbour]) {
      await expect(disableAccount(deps, actor, world.yann.accountId)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(enableAccount(deps, actor, world.yann.accountId)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(disableAccount(deps, world.admin, world.admin.accountId)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('twice, or opening one that is open, changes nothing', async () => {
    const { accountId } = world.yann
    await expect(enableAccount(deps, world.admin, accountId)).rejects.toMatchObject({ code: 'not-found' })
    await disableAccount(deps, world.admin, accountId)
    await expect(disableAccount(deps, world.admin, accountId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('signing somebody out', () => {
  const tried = (actor: StaffActor, organisationId: SignInWorld['quimper']['id'] | null) =>
    signOutAccount(deps, actor, { accountId: world.trainer.accountId, organisationId })

  test('is done by their coordinator or by the platform; they sign in as before', async () => {
    for (const [actor, place] of [
      [world.coordinator, world.quimper.id],
      [world.admin, null],
    ] as const) {
      const browser = await world.browse(world.trainer)
      expect((await browser.open('/organisation')).status).toBe(200)
      await tried(actor, place)
      expect((await browser.open('/organisation')).status).toBe(303)
    }
  })

  test('is refused to colleagues and neighbours, and to a coordinator whose team they are not in', async () => {
    await expect(tried(world.trainer, world.quimper.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tried(world.neighbour, world.quimper.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tried(world.neighbour, world.brest.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(tried(world.coordinator, null)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('also where they are half way in', async () => {
    await world.enrol(world.yann)
    const browser = await world.browse()
    await browser.send('/login', { email: YANN.email, password: PASSWORD })
    await signOutAccount(deps, world.admin, { accountId: world.yann.accountId, organisationId: null })
    expect((await browser.open('/login/code')).headers['location']).toBe('/login')
  })

  test('from the page of the structure, by its coordinator', async () => {
    const browser = await world.browse(world.trainer)
    const page = `/organisation/${world.quimper.slug}/invitations`
    const path = `/organisation/${world.quimper.slug}/members/${world.trainer.accountId}/sign-out`
    const lead = await world.browse(world.coordinator)
    expect((await lead.open(page)).text).toContain(path)
    expect((await lead.send(page, {}, path)).headers['location']).toBe(page)
    expect((await browser.open('/organisation')).status).toBe(303)
    const neighbour = await world.browse(world.neighbour)
    expect((await neighbour.send('/account/security', {}, path)).status).toBe(404)
  })
})

describe('somebody who lost everything', () => {
  test('has their second factors taken away by the platform, and is signed out', async () => {
    await world.enrol(world.yann)
    const { accountId } = world.yann
    expect(await resetForSomebody(deps, world.admin, accountId)).toEqual({ app: true, passkeys: 0 })
    expect(await findSecondFactors(world.db, accountId)).toEqual({
      appSince: null,
      passkeys: 0,
      recoveryCodesLeft: 0,
    })
    expect(await world.db('login_sessions')).toEqual([])
  })

  test('not by a coordinator, and nobody takes away their own this way', async () => {
    await expect(resetForSomebody(deps, world.coordinator, world.trainer.accountId)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(resetForSomebody(deps, world.admin, world.admin.accountId)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('the page of the accounts', () => {
  test('finds by name without accents or by address, and says who is closed', async () => {
    const browser = await world.browse(world.admin)
    const all = await browser.open('/admin/accounts')
    expect(all.text).toContain('Maëlle Kerdoncuff')
    const found = await browser.open('/admin/accounts?q=maelle')
    expect(found.text).toContain('Maëlle Kerdoncuff')
    expect(found.text).not.toContain('Karim Le Goff')
    await browser.send('/admin/accounts', {}, `/admin/accounts/${world.trainer.accountId}/disable`)
    expect((await browser.open('/admin/accounts?q=karim')).text).toContain('fermé le 30 juin 2026')
    await browser.send('/admin/accounts', {}, `/admin/accounts/${world.trainer.accountId}/enable`)
    expect((await browser.open('/admin/accounts?q=karim')).text).not.toContain('fermé le')
  })

  test('closing one’s own account is refused with a sentence', async () => {
    const browser = await world.browse(world.admin)
    const answer = await browser.send(
      '/admin/accounts',
      {},
      `/admin/accounts/${world.admin.accountId}/disable`,
    )
    expect(answer.status).toBe(422)
  })
})
