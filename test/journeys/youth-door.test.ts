import type { Server } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { currentOrNewLink } from '../../server/access/guardianship/index.ts'
import { currentOrNewSlip, issueSlip } from '../../server/holder/slips/index.ts'
import { OPERATOR, openNetwork, type Network } from '../support/app-world.ts'
import { PHONE } from '../support/browser.ts'
import { countTaps } from '../support/count-taps.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('The door of the youth', (world) => {
  let network: Network
  let server: Server | undefined
  let url: string

  // passkeys need a name for the site: the demonstration's address has none
  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}`
    network = await openNetwork({ publicUrl: url })
    server = network.app.listen(port, 'localhost')
  })
  afterAll(async () => {
    server?.closeAllConnections()
    server?.close()
    await network.close()
  })
  beforeEach(async () => {
    network.mailbox.length = 0
    for (const table of ['youth_pins', 'youth_passkey_locks', 'youth_emails', 'passkeys'])
      await network.db(table).delete()
    await bornOn('2005-02-14')
  })

  const learnerId = (): string => network.signed.learnerId
  const bornOn = (day: string) =>
    network.db('learners').where({ id: learnerId() }).update({ birth_date: day })
  const slip = async () => (await currentOrNewSlip(network.services, OPERATOR, learnerId())).slip

  test('One scan and no tap, no key: the slip opens the passport, and its code is in no address bar', async () => {
    const phone = await aPhone(world.browser, url)
    const hands = await countTaps(phone.context())
    await phone.goto(`${url.toUpperCase()}/S/${await slip()}`)
    await phone.getByRole('heading', { level: 1, name: 'Bonjour Zéphyrine' }).waitFor()
    await phone.getByText(t('holder.showHint')).waitFor()
    expect(hands).toEqual({ taps: 0, keys: 0 })
    expect(new URL(phone.url()).pathname).toBe('/me')
    expect(await phone.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    await phone.context().close()
  })

  test('Without a camera the code is typed, with its spaces and small letters', async () => {
    const phone = await aPhone(world.browser, url)
    await phone.goto('/s')
    await expectReadable(phone)
    await phone.getByLabel(t('holder.typeLabel')).fill('7k3f 9q')
    await phone.getByRole('button', { name: t('holder.typeSubmit') }).click()
    await phone.getByText('16 lettres et chiffres, par exemple').last().waitFor()
    await expectReadable(phone, '/s with a wrong code')
    const code = (await slip()).toLowerCase().replace(/(.{4})/g, '$1 ')
    await phone.getByLabel(t('holder.typeLabel')).fill(code)
    await phone.getByRole('button', { name: t('holder.typeSubmit') }).click()
    await phone.waitForURL('**/me')
    await phone.context().close()
  })

  test('A PIN is added, asked for at the next scan, and cleared by a new slip', async () => {
    const phone = await scanned()
    await phone.goto('/me/keys')
    await expectReadable(phone)
    await phone.getByLabel(t('youthKeys.pinLabel')).fill('1234')
    await phone.getByRole('button', { name: t('youthKeys.pinSubmit') }).click()
    await phone.locator('.problems').waitFor()
    await expectReadable(phone, '/me/keys with a weak PIN')
    await phone.getByLabel(t('youthKeys.pinLabel')).fill('8305')
    await phone.getByRole('button', { name: t('youthKeys.pinSubmit') }).click()
    await phone.getByText(t('youthKeys.pinSet')).waitFor()

    const other = await aPhone(world.browser, url)
    await other.goto(`/s/${await slip()}`)
    await expectReadable(other, 'a slip with a PIN')
    await other.getByLabel(t('youthKeys.pinLabel')).fill('1357')
    await other.getByRole('button', { name: t('youthKeys.lockSubmit') }).click()
    await other.locator('.problems').waitFor()
    await other.getByLabel(t('youthKeys.pinLabel')).fill('8305')
    await other.getByRole('button', { name: t('youthKeys.lockSubmit') }).click()
    await other.waitForURL('**/me')

    const { slip: next } = await issueSlip(network.services, OPERATOR, learnerId())
    await other.goto(`/s/${next}`)
    await other.waitForURL('**/me')
    await other.context().close()
    await phone.context().close()
  })

  test('A passkey is made on their own phone and opens the passport without the slip; as a lock it is asked for', async () => {
    const phone = await scanned()
    await withAuthenticator(phone)
    await phone.goto('/me/keys')
    await phone.getByRole('button', { name: t('youthKeys.passkeyAdd') }).click()
    await phone.getByText('ajouté le').first().waitFor()
    await expectReadable(phone, '/me/keys with a passkey')
    await phone.getByRole('button', { name: t('youthKeys.passkeyLock') }).click()
    await phone.getByText(t('youthKeys.passkeyLocked'), { exact: true }).waitFor()

    await leave(phone)
    await phone.goto('/s')
    await expectReadable(phone, '/s with passkeys')
    await phone.getByRole('button', { name: t('youthKeys.byPasskey') }).click()
    await phone.waitForURL('**/me')

    await leave(phone)
    await phone.goto(`/s/${await slip()}`)
    await expectReadable(phone, 'a slip locked by a passkey')
    await phone.getByRole('button', { name: t('youthKeys.byPasskey') }).click()
    await phone.waitForURL('**/me')

    const finder = await aPhone(world.browser, url)
    await withAuthenticator(finder)
    await finder.goto(`/s/${await slip()}`)
    await finder.getByRole('button', { name: t('youthKeys.byPasskey') }).click()
    await finder.getByText(t('youthKeys.passkeyDismissed')).waitFor()
    await finder.goto('/me')
    expect(new URL(finder.url()).pathname).toBe('/s')
    await finder.context().close()
    await phone.context().close()
  })

  test('An address is added and confirmed; a mailed link then opens the passport once', async () => {
    const phone = await scanned()
    await phone.goto('/me/keys')
    await phone.getByRole('textbox', { name: t('youthKeys.mailLabel') }).fill('zephyrine@exemple.fr')
    await phone.getByRole('button', { name: t('youthKeys.mailSubmit') }).click()
    await phone.getByText(t('youthKeys.mailAsked')).waitFor()
    await phone.goto(linkInMail())
    await expectReadable(phone, 'confirming an address')
    await phone.getByRole('button', { name: t('youthKeys.confirmSubmit') }).click()
    await phone.getByText(t('youthKeys.mailConfirmed')).waitFor()
    await phone.context().close()

    network.mailbox.length = 0
    const other = await aPhone(world.browser, url)
    await other.goto('/s')
    await other.getByRole('link', { name: t('youthKeys.byMail') }).click()
    await expectReadable(other, 'asking for a link')
    await other.getByRole('textbox', { name: t('youthKeys.mailLabel') }).fill('zephyrine@exemple.fr')
    await other.getByRole('button', { name: t('youthKeys.askSubmit') }).click()
    await other.getByText(t('youthKeys.askedTitle')).waitFor()
    await expectReadable(other, 'after asking')
    await expect.poll(() => network.mailbox.length).toBe(1)
    const link = linkInMail()
    await other.goto(link)
    await expectReadable(other, 'the mailed link')
    await other.getByRole('button', { name: t('youthKeys.comeIn') }).click()
    await other.waitForURL('**/me')
    await other.goto(link)
    await expectReadable(other, 'a link that has served')
    await other.context().close()
  })

  test('On a shared phone one tap leaves, and nothing of the visit stays in the browser', async () => {
    const phone = await scanned()
    const hands = await countTaps(phone.context())
    await phone.reload()
    await leave(phone)
    expect(hands.taps).toBe(1)
    expect(await leftBehind(phone)).toEqual({ cookies: [], stored: [] })
    await phone.goBack()
    await phone.goto('/me')
    expect(new URL(phone.url()).pathname).toBe('/s')
    await phone.context().close()
  })

  test('A minor’s passport is private until their guardian opens the link and agrees; at 18 it is theirs', async () => {
    await bornOn('2008-07-04')
    const employer = await aPhone(world.browser, url)
    const passport = await network
      .db<{ code: string; kind: string; learner_id: string }>('credentials')
      .where({ kind: 'passport', learner_id: learnerId() })
      .first('code')
    await employer.goto(`/v/${passport?.code ?? ''}`)
    await employer.getByRole('heading', { name: t('verdict.private.title') }).waitFor()
    await expectReadable(employer, 'a private passport')

    const phone = await scanned()
    await phone.goto('/me/visibility')
    await expectReadable(phone, '/me/visibility of a minor')

    const { url: link } = await currentOrNewLink(network.services, OPERATOR, learnerId())
    const guardian = await aPhone(world.browser, url)
    await guardian.goto(link)
    await expectReadable(guardian, 'the guardian’s link')
    await guardian.getByRole('button', { name: t('guardianship.askAgree') }).click()
    await guardian.locator('.problems').waitFor()
    await expectReadable(guardian, 'the guardian’s link, nothing ticked')
    await guardian.getByRole('checkbox').check()
    await guardian.getByRole('button', { name: t('guardianship.askAgree') }).click()
    await guardian.getByText(t('guardianship.agreedFlash')).waitFor()
    await expectReadable(guardian, 'the guardian’s answer')
    await employer.reload()
    await employer.getByRole('heading', { name: t('verdict.verified.title') }).waitFor()

    network.time.now = new Date('2026-07-03T22:00:00Z')
    await phone.goto(`/s/${await slip()}`)
    await phone.waitForURL('**/me/eighteen')
    await expectReadable(phone)
    await phone.getByLabel(t('guardianship.choosePublic')).check()
    await phone.getByRole('button', { name: t('guardianship.eighteenSubmit') }).click()
    await phone.waitForURL('**/me')
    await guardian.reload()
    await guardian.getByRole('heading', { name: t('guardianship.of-age-title') }).waitFor()
    await expectReadable(guardian, 'a guardian’s link at eighteen')
    network.time.now = new Date('2026-07-03T09:00:00Z')
    for (const page of [employer, phone, guardian]) await page.context().close()
  })

  test('A trainer writes a paper agreement down, sends the link, prints the letter', async () => {
    await bornOn('2009-07-04')
    await network.db('guardian_agreements').delete()
    const trainer = await aPhone(world.browser, url)
    const token = await network.services.login.start(network.accounts.trainer)
    await trainer.context().addCookies([{ name: network.services.sessionCookie, value: token, url }])
    await trainer.goto(`/sessions/${network.signed.sessionId}/learners/${network.signed.enrolmentId}`)
    await trainer.getByRole('link', { name: t('guardianship.link') }).click()
    await expectReadable(trainer, 'the page of an agreement')
    await trainer.getByLabel(t('guardianship.linkEmail')).fill('parent@exemple.fr')
    await trainer.getByRole('button', { name: t('guardianship.linkSend') }).click()
    await trainer.getByText(t('guardianship.mailedFlash')).waitFor()
    await expectReadable(trainer, 'after the link was sent')
    await trainer.getByRole('button', { name: t('guardianship.linkLetter') }).click()
    await expectReadable(trainer, 'the letter')
    await trainer.goBack()
    await trainer.getByLabel(t('guardianship.paperDate')).fill('2026-07-01')
    await trainer.getByLabel(t('guardianship.paperReference')).fill('Classeur 2026, feuille 12')
    await trainer.getByRole('button', { name: t('guardianship.paperSubmit') }).click()
    await trainer.getByText(t('guardianship.recordedFlash')).waitFor()
    await expectReadable(trainer, 'after the agreement')
    await trainer.context().close()
  })

  async function scanned(): Promise<Page> {
    const phone = await aPhone(world.browser, url)
    await phone.goto(`/s/${await slip()}`)
    await phone.waitForURL('**/me')
    return phone
  }

  const linkInMail = (): string => /http\S+/.exec(network.mailbox.at(-1)?.text ?? '')?.[0] ?? ''
})

async function aPhone(browser: Browser, baseURL: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL,
    locale: 'fr-FR',
    viewport: PHONE,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

/** A telephone that recognises its owner's finger, as Chromium pretends it. */
async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function leave(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: t('wallet.leave') }).click()
  await phone.waitForURL('**/me/left')
}

async function leftBehind(page: Page): Promise<{ cookies: string[]; stored: string[] }> {
  const cookies = (await page.context().cookies()).map(({ name }) => name)
  const stored = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
  return { cookies, stored }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
