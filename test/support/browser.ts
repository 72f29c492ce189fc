import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import type { DemoServer } from './demo-server.ts'
import { t } from './french-words.ts'

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser installed here, if there is one. */
export const chromiumPath: string | undefined = PLACES.find((path) => path !== '' && existsSync(path))

/** Starts the installed browser, without a window; `more` are arguments of its command line. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  if (chromiumPath === undefined) throw new Error('No Chromium here.')
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', ...more],
    // where no language is set, a file whose name has an accent would be called « download »
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
}

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }

/** A visitor with a fresh browser profile, who reads French unless told. */
export async function newVisitor(
  browser: Browser,
  server: DemoServer,
  options: { viewport?: { width: number; height: number }; scale?: number; locale?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: options.locale ?? 'fr-FR',
    viewport: options.viewport ?? DESK,
    deviceScaleFactor: options.scale ?? 1,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  return context.newPage()
}

/** Somebody of the demonstration's staff signs in, as they would by hand. */
export async function signIn(
  page: Page,
  server: DemoServer,
  who: keyof DemoServer['staff'],
  password = server.password,
): Promise<void> {
  await page.goto('/login')
  await page.getByLabel(t('access.email')).fill(server.staff[who].email)
  await page.getByLabel(t('access.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('access.signIn'), exact: true }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/login'))
}

/** A staff member's page, already signed in. */
export async function newStaff(
  browser: Browser,
  server: DemoServer,
  who: keyof DemoServer['staff'],
  options: Parameters<typeof newVisitor>[2] = {},
): Promise<Page> {
  const page = await newVisitor(browser, server, options)
  await signIn(page, server, who)
  return page
}

/** The bytes behind an address, asked for with the visitor's own cookies. */
export async function download(page: Page, path: string): Promise<{ type: string; bytes: Uint8Array }> {
  const response = await page.request.get(path)
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`)
  return { type: response.headers()['content-type'] ?? '', bytes: new Uint8Array(await response.body()) }
}

/** What the form of a button answers, sent with the visitor's own cookies and what the form holds. */
export async function downloadByForm(button: Locator): Promise<{ type: string; bytes: Uint8Array }> {
  const form = button.locator('xpath=ancestor::form')
  const fields = form.locator('input[name]')
  const path = (await form.getAttribute('action')) ?? ''
  const values: Record<string, string> = {}
  for (const field of await fields.all())
    values[(await field.getAttribute('name')) ?? ''] = await field.inputValue()
  const response = await button.page().request.post(path, { form: values })
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`)
  return { type: response.headers()['content-type'] ?? '', bytes: new Uint8Array(await response.body()) }
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe-core finds against WCAG 2.2 A and AA: one sentence for each element, none when all is well. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: WCAG })}).then((result) =>
    result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + rule.help + ' · ' + node.html)))`)
  if (!Array.isArray(found)) throw new Error('axe did not answer')
  return found.map(String)
}

/** By how many pixels the page is wider than its window; 0 when nothing has to be scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
