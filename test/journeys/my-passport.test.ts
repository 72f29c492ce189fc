import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readZip } from '../platform/zip/read-zip.ts'
import { readQrCodes } from '../holder/passports/open-pdf.ts'
import { newStaff, newVisitor, PHONE } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

/** What a page of a young person's space may weigh on a telephone that never saw us, all in, as served. */
const MOST_BYTES = 100_000

withBrowser('My passport', (world) => {
  /** A telephone on which the demonstration's slip was scanned. */
  async function phoneWithSlip(): Promise<Page> {
    const phone = await newVisitor(world.browser, world.server, { viewport: PHONE })
    await phone.goto(world.server.slipUrl)
    await phone.waitForURL((address) => address.pathname === '/me')
    return phone
  }

  test('A young person shows it: the code fills the screen and is scanned, also without any script', async () => {
    const phone = await phoneWithSlip()
    await expectReadable(phone)
    await phone.getByRole('link', { name: t('wallet.show'), exact: true }).click()
    await phone.getByRole('heading', { name: t('wallet.showTitle') }).waitFor()
    await expectReadable(phone)
    const codes = await codesOnScreen(await phone.screenshot())
    expect(codes[0]).toMatch(`${world.server.url.toUpperCase()}/V/`)

    const plain = await world.browser.newContext({ ...(await carriedOver(phone)), javaScriptEnabled: false })
    const page = await plain.newPage()
    await page.goto('/me/show')
    expect(await codesOnScreen(await page.screenshot())).toEqual(codes)
    await plain.close()
    await phone.context().close()
  })

  test('Each page of the space weighs little on a telephone that comes for the first time', async () => {
    const phone = await phoneWithSlip()
    const pages = [
      '/me',
      '/me/show',
      '/me/print',
      '/me/download',
      '/me/badges',
      '/me/europass',
      '/me/shares',
      '/me/shares/new',
      '/me/erase',
      '/me/keys',
      '/me/visibility',
      '/me/tell',
      '/me/growth',
    ]
    const weights: Record<string, number> = {}
    for (const path of pages) {
      const fresh = await world.browser.newContext(await carriedOver(phone))
      weights[path] = await weightOf(fresh, path)
      await fresh.close()
    }
    expect(Object.entries(weights).filter(([, bytes]) => bytes > MOST_BYTES || bytes < 1000)).toEqual([])
    await phone.context().close()
  })

  test('They share a part of it with a second visitor, see that it was opened, and stop', async () => {
    const phone = await phoneWithSlip()
    await phone.getByRole('link', { name: t('wallet.share'), exact: true }).click()
    await phone.getByRole('heading', { level: 1, name: t('sharing.title') }).waitFor()
    await expectReadable(phone)
    await phone.getByRole('link', { name: t('sharing.new') }).click()
    await expectReadable(phone)
    const boxes = phone.getByRole('group', { name: t('sharing.chooseWhat') }).getByRole('checkbox')
    const hidden = await boxes
      .nth(2)
      .locator('xpath=following-sibling::span')
      .evaluate((span) => span.firstChild?.textContent ?? '')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await phone.getByRole('button', { name: t('sharing.create') }).click()
    await phone.getByRole('alert').waitFor()
    await expectReadable(phone)
    expect(
      await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked).slice(0, 3)),
    ).toEqual([true, true, false])
    await phone.getByLabel(t('sharing.recipient')).fill('Garage Morvan')
    await phone.getByLabel(t('sharing.end-week')).check()
    await phone.getByRole('button', { name: t('sharing.create') }).click()
    await phone
      .getByRole('heading', { level: 1, name: t('sharing.shareTitle', { recipient: 'Garage Morvan' }) })
      .waitFor()
    await expectReadable(phone)
    const link = await phone.locator('#link').innerText()
    expect((await codesOnScreen(await phone.screenshot({ fullPage: true })))[0]?.toLowerCase()).toBe(
      link.toLowerCase(),
    )

    const employer = await newVisitor(world.browser, world.server, { viewport: PHONE })
    await employer.goto(link)
    await employer.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    const shown = await employer.getByRole('main').innerText()
    expect(shown).not.toContain(hidden)
    expect(shown).not.toContain('Garage Morvan')
    expect(await employer.context().cookies()).toEqual([])
    await expectReadable(employer, '/p/:code')

    await phone.goto('/me/shares')
    await phone.getByText(t('sharing.views', { count: 1 })).waitFor()
    await expectReadable(phone)
    await phone.getByRole('link', { name: 'Garage Morvan' }).click()
    await phone.getByRole('button', { name: t('sharing.withdraw') }).click()
    await phone.getByText(t('sharing.withdrawnFlash')).waitFor()
    await expectReadable(phone)
    expect((await employer.reload())?.status()).toBe(410)
    await employer.getByRole('heading', { name: t('shared.closed-withdrawnTitle') }).waitFor()
    await expectReadable(employer, '/p/:code withdrawn')
    await employer.context().close()
    await phone.context().close()
  })

  test('On somebody else’s telephone one tap leaves, and the back button shows nothing of them', async () => {
    const phone = await phoneWithSlip()
    const name = await givenNameOn(phone)
    await phone.goto('/me/download')
    await expectReadable(phone)
    await phone.evaluate(() => {
      localStorage.setItem('passerelle:tell', 'un brouillon')
      sessionStorage.setItem('passerelle:page', '1')
    })
    await phone.getByRole('button', { name: t('wallet.leave') }).click()
    await phone.getByRole('heading', { name: t('wallet.leftTitle') }).waitFor()
    await expectReadable(phone)
    expect(await phone.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    const cookies = await phone.context().cookies()
    expect(cookies.filter(({ value }) => value !== '')).toEqual([])
    for (let step = 0; step < 2; step++) {
      await phone.goBack()
      expect(await phone.getByRole('main').innerText()).not.toContain(name)
    }
    expect(new URL(phone.url()).pathname).toBe('/s')
    await phone.context().close()
  })

  test('They take everything along, then erase everything: slip, links and code open nothing any more', async () => {
    const phone = await phoneWithSlip()
    const name = await givenNameOn(phone)
    const verify = await phone.getByRole('link', { name: t('holder.employerView') }).getAttribute('href')
    const all = await phone.request.get('/me/everything.zip')
    const files = [...readZip(await all.body()).keys()]
    for (const file of ['tout.json', 'tout-lire.html', 'passeport-fr.pdf', 'passport-en.pdf'])
      expect(files).toContain(file)
    expect(files.filter((file) => file.startsWith('credentials/')).length).toBeGreaterThan(3)

    await phone.goto('/me/print')
    await expectReadable(phone)
    await phone.goto('/me')
    await phone.getByRole('link', { name: t('wallet.erase') }).click()
    await expectReadable(phone)
    await phone.getByRole('button', { name: t('personalData.eraseSubmit') }).click()
    await phone.getByRole('alert').waitFor()
    await expectReadable(phone)
    await phone.getByLabel(t('personalData.typeWord')).fill('effacer')
    await phone.getByRole('button', { name: t('personalData.eraseSubmit') }).click()
    await phone.getByRole('heading', { name: t('personalData.erasedTitle') }).waitFor()
    await expectReadable(phone)

    const slip = await phone.goto(world.server.slipUrl)
    expect(slip?.status()).toBe(404)
    const paper = await phone.goto(verify ?? '')
    expect(paper?.status()).toBe(410)
    await phone.getByRole('heading', { name: t('verdict.erased.title') }).waitFor()
    await expectReadable(phone, '/v/:code erased')
    expect(await phone.getByRole('main').innerText()).not.toContain(name)
    await phone.context().close()
  })

  test('A coordinator whom somebody asked in writing finds out what goes and what stays before it is done', async () => {
    const { browser, server } = world
    const admin = await newStaff(browser, server, 'admin')
    const [given = '', ...family] = (server.files.passports[1]?.learner ?? '').split(' ')
    await admin.goto('/slips')
    await admin.getByLabel(t('holder.lostGivenName')).fill(given)
    await admin.getByLabel(t('holder.lostFamilyName'), { exact: true }).fill(family.join(' '))
    await admin.getByRole('button', { name: t('holder.lostSubmit') }).click()
    const action = await admin.locator('form[action^="/learners/"]').first().getAttribute('action')
    await admin.goto((action ?? '').replace(/slip$/, 'erase'))
    await expectReadable(admin, '/learners/:id/erase')
    await admin.getByRole('button', { name: t('personalData.staffSubmit') }).click()
    await admin.getByRole('alert').waitFor()
    await expectReadable(admin, '/learners/:id/erase, unsure')
    await admin.context().close()
  })
})

const givenNameOn = async (page: Page): Promise<string> => {
  const hello = await page.getByRole('heading', { level: 1 }).innerText()
  return hello.replace(/^Bonjour\s+/, '').replace(/\s*!$/, '')
}

/** The same visit in another browser without its cache. */
async function carriedOver(page: Page) {
  const { origin } = new URL(page.url())
  return {
    baseURL: origin,
    locale: 'fr-FR',
    viewport: PHONE,
    storageState: await page.context().storageState(),
  }
}

/** Bytes of a page and all it loads, headers included, as they came over the wire. */
async function weightOf(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  let bytes = 0
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(path, { waitUntil: 'networkidle' })
  return bytes
}

/** What a camera held in front of the screen reads. */
async function codesOnScreen(screenshot: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return readQrCodes({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })
}
