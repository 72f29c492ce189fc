import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../server/kernel/locale.ts'
import { translator } from '../../server/platform/i18n/index.ts'
import { openPdf, readQrCodes } from '../holder/passports/open-pdf.ts'
import { accessibilityProblems, newVisitor, sidewaysOverflow } from '../support/browser.ts'
import type { DemoServer } from '../support/demo-server.ts'
import { makeEveryVerdict, VERDICT_CASES, type VerdictCase } from '../support/every-verdict.ts'
import { withBrowser } from './with-browser.ts'

/** The smallest telephones people still carry. */
const SMALL = { width: 360, height: 640 }
const MOST_BYTES = 60_000

/** All that the first screen owes of what is authentic, by where it stands on the page. */
const OWED = [
  'h1',
  '.verdict__words p',
  '.verdict__when',
  '.bearer h2',
  '.bearer p',
  '.skills > ul > li:nth-child(1) .said',
  '.skills > ul > li:nth-child(3) .said',
  '.attestors li:nth-child(1)',
  '.attestors__write',
]

withBrowser('The employer’s page, with the paper in hand', (world) => {
  test.each(LANGUAGES)(
    'Scanned from the paper, both voices and everything else are on the first screen, in few bytes: %s',
    async (language) => {
      const phone = await newVisitor(world.browser, world.server, { viewport: SMALL, locale: language })
      const weight = await weigh(phone)
      await phone.goto(await scanned(world.server, 'Inès Benali'), { waitUntil: 'networkidle' })
      await phone.locator('.phone__said--agree').waitFor()
      await seesAtOnce(phone, ['.phone__said--agree', ...OWED])
      expect(weight.sum().bytes).toBeLessThanOrEqual(MOST_BYTES)
      await phone.context().close()
    },
  )
})

withBrowser('The employer’s page, whatever it has to say', (world) => {
  let codes: Record<VerdictCase, string>
  const addressOf = (verdict: VerdictCase, language: Language): string =>
    `/v/${codes[verdict]}?lang=${language}`

  beforeAll(async () => {
    codes = await makeEveryVerdict(world.server)
  }, 120_000)

  test.each(LANGUAGES)(
    'What is authentic is all on the first screen of a small phone: %s',
    async (language) => {
      const phone = await openSmall(world)
      await phone.goto(addressOf('verified', language))
      const t = translator(language)
      expect(await phone.locator('h1').innerText()).toBe(t('verdict.verified.title'))
      expect(await phone.locator('.bearer h2').innerText()).toBe('Inès Benali')
      await seesAtOnce(phone, OWED)
      expect(await phone.locator('.skills > ul > li').count()).toBeGreaterThanOrEqual(3)
      expect(await phone.locator('.attestors a').getAttribute('href')).toMatch(/^mailto:/)
      expect(await sidewaysOverflow(phone)).toBe(0)
      await phone.context().close()
    },
  )

  test.each(LANGUAGES)(
    'Whatever else is found, what it is and what to do stand on the first screen: %s',
    async (language) => {
      const phone = await openSmall(world)
      for (const verdict of VERDICT_CASES.filter((each) => each !== 'verified')) {
        await phone.goto(addressOf(verdict, language))
        expect(await phone.locator('article').getAttribute('data-verdict')).toBe(foundAs(verdict))
        await seesAtOnce(phone, ['h1', '.verdict__words', '.verdict__when', '.next h2', '.next p'])
        const links = await phone.locator('.next a').count()
        if (links > 0) await seesAtOnce(phone, ['.next a >> nth=0'])
        expect(await phone.locator('.verdict > .icon').count()).toBe(1)
        expect([verdict, await sidewaysOverflow(phone)]).toEqual([verdict, 0])
        if (language === 'fr' || language === 'de')
          expect([verdict, await accessibilityProblems(phone)]).toEqual([verdict, []])
      }
      await phone.context().close()
    },
  )

  test('A preview of the link says that something can be checked, and never about whom', async () => {
    const phone = await openSmall(world)
    for (const language of LANGUAGES)
      for (const verdict of VERDICT_CASES) {
        for (const path of ['', '/report']) {
          await phone.goto(`/v/${codes[verdict]}${path}?lang=${language}`)
          const head = await phone.locator('head').innerHTML()
          const t = translator(language)
          expect(await contentOf(phone, 'meta[property="og:title"]')).toBe(t('verdict.shareTitle'))
          expect(await contentOf(phone, 'meta[property="og:description"]')).toBe(t('common.tagline'))
          expect(await contentOf(phone, 'meta[name="description"]')).toBe(t('common.tagline'))
          expect(await contentOf(phone, 'meta[name="robots"]')).toContain('noindex')
          expect(head).not.toMatch(/twitter:|og:image/)
          for (const name of namesIn(world.server)) expect(head).not.toContain(name)
          expect(head).not.toContain(codes[verdict])
        }
      }
    await phone.context().close()
  })

  test('The first visit asks nobody else anything, leaves nothing behind and weighs little', async () => {
    const phone = await openSmall(world)
    const weight = await weigh(phone)
    const answer = await phone.goto(`/v/${codes.verified}`, { waitUntil: 'networkidle' })
    expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store' })
    expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    expect(answer?.headers()['set-cookie']).toBeUndefined()
    const { bytes, addresses } = weight.sum()
    for (const address of addresses) expect(new URL(address).origin).toBe(world.server.url)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(await phone.context().cookies()).toEqual([])
    expect(await phone.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    expect(await phone.evaluate(() => indexedDB.databases())).toEqual([])
    await phone.context().close()
  })

  test('Without any script the page says the same, in another language too', async () => {
    const context = await world.browser.newContext({
      baseURL: world.server.url,
      viewport: SMALL,
      locale: 'pl-PL',
      javaScriptEnabled: false,
    })
    const phone = await context.newPage()
    await phone.goto(`/v/${codes.verified}`)
    const pl = translator('pl')
    await phone.getByRole('heading', { level: 1, name: pl('verdict.verified.title') }).waitFor()
    await phone.getByText('Praca w międzynarodowym zespole').first().waitFor()
    await phone.locator('.skill summary').nth(0).click()
    await phone.locator('.skill details[open] > p').waitFor()
    await phone.locator('.languages summary').click()
    await phone.getByRole('link', { name: 'Português' }).click()
    await phone.getByRole('heading', { level: 1, name: translator('pt')('verdict.verified.title') }).waitFor()
    expect(await phone.locator('html').getAttribute('lang')).toBe('pt')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('The report is one sheet of paper for every verdict, and says no more than the page', async () => {
    const desk = await newVisitor(world.browser, world.server)
    for (const verdict of VERDICT_CASES)
      for (const language of ['fr', 'de', 'pl'] as const) {
        await desk.goto(`/v/${codes[verdict]}/report?lang=${language}`)
        const sheet = await desk.pdf({ preferCSSPageSize: true, printBackground: true })
        expect([verdict, language, pagesOf(sheet)]).toEqual([verdict, language, 1])
      }
    await desk.context().close()
  })
})

const openSmall = ({ browser, server }: { browser: Browser; server: DemoServer }): Promise<Page> =>
  newVisitor(browser, server, { viewport: SMALL })

/** Each of these is there, and wholly within the window that was not scrolled. */
async function seesAtOnce(page: Page, selectors: readonly string[]): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const selector of selectors) {
    const box = await page.locator(selector).first().boundingBox()
    if (box === null) throw new Error(`${selector} is not to be seen at ${page.url()}`)
    expect([page.url(), selector, box.y + box.height <= SMALL.height]).toEqual([page.url(), selector, true])
  }
}

const contentOf = (page: Page, selector: string): Promise<string | null> =>
  page.locator(selector).getAttribute('content')

/** Names and given names of everybody who has a passport. */
const namesIn = ({ files }: DemoServer): string[] =>
  files.passports.flatMap(({ learner }) => [learner, learner.split(' ')[0] ?? learner])

/** Two of them are said of a verdict that has other words as well. */
const foundAs = (verdict: VerdictCase): string =>
  verdict === 'erased' ? 'not-found' : verdict === 'compromised' ? 'not-authentic' : verdict

/** The address that a camera reads on somebody's paper. */
async function scanned(server: DemoServer, learner: string): Promise<string> {
  const file = server.files.passports.find((one) => one.learner === learner)?.file ?? ''
  const [cover] = (await openPdf(await readFile(file), 2)).pages
  const [address] = cover === undefined ? [] : await readQrCodes(cover)
  return address ?? ''
}

/** The bytes that come over the wire, headers apart, as sent. */
async function weigh(page: Page) {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  const addresses = new Set<string>()
  let bytes = 0
  client.on('Network.requestWillBeSent', ({ request }) => addresses.add(request.url))
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  return { sum: () => ({ bytes, addresses: [...addresses] }) }
}

/** Pages of a PDF that Chromium wrote. */
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
