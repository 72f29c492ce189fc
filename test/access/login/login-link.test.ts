import { beforeEach, describe, expect, test } from 'vitest'
import { cookiesOf, createSignInWorld, YANN, type SignInBrowser, type SignInWorld } from '../sign-in-world.ts'

let world: SignInWorld
beforeEach(async () => {
  world = await createSignInWorld()
})

const isIn = (answer: Parameters<typeof cookiesOf>[0]): boolean => 'passerelle_session' in cookiesOf(answer)

/** Asks for a link and reads it in the mailbox. */
async function ask(browser: SignInBrowser, values: Record<string, string> = {}): Promise<string> {
  const before = world.mailbox.length
  await browser.send('/login/link', { email: YANN.email, ...values })
  await expect.poll(() => world.mailbox.length).toBe(before + 1)
  return /\/login\/link\/[\w-]+/.exec(world.mailbox.at(-1)?.text ?? '')?.[0] ?? ''
}

describe('a mailed link', () => {
  test('signs in by its button, once, to the page that was asked for', async () => {
    const browser = await world.browse()
    const link = await ask(browser, { next: '/organisation' })
    const answer = await browser.send(link)
    expect(answer.headers['location']).toBe('/organisation')
    expect(isIn(answer)).toBe(true)
    const again = await browser.open(link)
    expect(again.status).toBe(410)
    expect(again.text).toContain('n’est plus valable')
  })

  test('opened by a mail scanner, any number of times, is not used up and lets in nobody', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    const scanner = await world.browse()
    for (let look = 1; look <= 3; look += 1) {
      const seen = await scanner.open(link)
      expect(seen.status).toBe(200)
      expect(isIn(seen)).toBe(false)
      expect(seen.text).not.toContain('Me connecter</button>')
    }
    expect(isIn(await browser.send(link))).toBe(true)
  })

  test('works in the browser that asked alone: passed on or intercepted it opens nothing', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    const thief = await world.browse()
    const answer = await thief.send('/login/link', {}, link)
    expect(answer.status).toBe(410)
    expect(isIn(answer)).toBe(false)
    expect(isIn(await browser.send(link))).toBe(true)
  })

  test('lasts a quarter of an hour', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    world.wait({ minutes: 16 })
    expect((await browser.open(link)).status).toBe(410)
  })

  test('the answer is the same for a known and an unknown address, and nothing is mailed to nobody', async () => {
    const [known, unknown] = [await world.browse(), await world.browse()]
    const first = await known.send('/login/link', { email: YANN.email })
    const second = await unknown.send('/login/link', { email: 'zann@exemple.fr' })
    expect(second.status).toBe(first.status)
    expect(second.text.replace('zann@', 'yann@')).toBe(first.text)
    await expect.poll(() => world.mailbox.length).toBe(1)
    expect(world.mailbox[0]?.to).toBe(YANN.email)
  })

  test('still asks for the second factor where there is one', async () => {
    const { secret } = await world.enrol(world.yann)
    const browser = await world.browse()
    const step = await browser.send(await ask(browser, { next: '/organisation' }))
    expect(step.headers['location']).toBe('/login/code')
    expect(isIn(step)).toBe(false)
    const answer = await browser.send('/login/code', { code: world.code(secret) })
    expect(answer.headers['location']).toBe('/organisation')
  })

  test('asked twice in a row by the same browser is mailed once', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    await browser.send('/login/link', { email: YANN.email })
    expect(isIn(await browser.send(link))).toBe(true)
    expect(world.mailbox).toHaveLength(1)
  })

  test('asked by others, five at most wait, and none of them keeps the owner out', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    for (let other = 1; other <= 8; other += 1)
      await (await world.browse()).send('/login/link', { email: YANN.email })
    await expect.poll(() => world.mailbox.length).toBe(5)
    expect(isIn(await browser.send(link))).toBe(true)
    expect(await world.db('login_links')).toEqual([])
  })

  test('of a closed account opens nothing, and none is mailed to it', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    await world
      .db('accounts')
      .where({ id: world.yann.accountId })
      .update({ disabled_at: '2026-06-30T08:00:00Z' })
    expect((await browser.open(link)).status).toBe(410)
    await (await world.browse()).send('/login/link', { email: YANN.email })
    expect(world.mailbox).toHaveLength(1)
  })

  test('never leads to another site', async () => {
    const browser = await world.browse()
    const answer = await browser.send(await ask(browser, { next: 'https://evil.example/' }))
    expect(answer.headers['location']).toBe('/sessions')
  })

  test('is not followed for somebody by a form of another site', async () => {
    const browser = await world.browse()
    const link = await ask(browser)
    expect((await browser.forge(link)).status).toBe(403)
    expect((await browser.forge('/login/link', { email: YANN.email })).status).toBe(403)
  })

  test('a made-up link says what to do next', async () => {
    const seen = await (await world.browse()).open('/login/link/made-up')
    expect(seen.status).toBe(410)
    expect(seen.text).toContain('Demander un autre lien')
  })

  test('a word that is no address is told beside the field', async () => {
    const seen = await (await world.browse()).send('/login/link', { email: 'yann' })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('value="yann"')
  })

  test('the database and the trail keep no link', async () => {
    const link = await ask(await world.browse())
    const kept = JSON.stringify([await world.db('login_links'), await world.db('audit_events')])
    expect(kept).not.toContain(link.split('/').at(-1))
  })
})
