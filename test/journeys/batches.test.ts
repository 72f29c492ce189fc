import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { unpackZip } from '../../server/platform/zip/index.ts'
import { DESK, newStaff, PHONE } from '../support/browser.ts'
import type { DemoServer } from '../support/demo-server.ts'
import { t } from '../support/french-words.ts'
import { readingProblems } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  return readFile(await download.path())
}

withBrowser('Passports of many people at once', (world) => {
  const open = async (viewport: { width: number; height: number }): Promise<Page> => {
    const { browser, server }: { browser: Browser; server: DemoServer } = world
    const page = await newStaff(browser, server, 'coordinator')
    await page.setViewportSize(viewport)
    return page
  }

  test('A coordinator asks for those of a session as booklets in two languages, and downloads one PDF for the printer', async () => {
    const page = await open(DESK)
    await page.goto('/sessions')
    await page.getByRole('link', { name: t('batches.link') }).click()
    // what the choice does not need is not in the way
    expect(await page.getByLabel(t('batches.from')).isVisible()).toBe(false)
    await page.getByRole('checkbox').first().check()
    await page.getByLabel(t('batches.form-booklet')).check()
    await page.getByLabel(t('batches.beside')).selectOption('en')
    expect(await readingProblems(page, 'passports')).toEqual([])
    await page.getByRole('button', { name: t('batches.submit') }).click()
    await page.getByText(t('batches.requested')).waitFor()
    // the page follows by itself
    await page.getByRole('link', { name: t('batches.getFile') }).waitFor()
    expect(await readingProblems(page, 'passports-batch')).toEqual([])
    const pdf = await downloaded(page, t('batches.getFile'))
    expect(pdf.toString('latin1', 0, 8)).toBe('%PDF-1.7')
    await page.context().close()
  })

  test('On a phone: everybody of the structure, a file a person, then the files are taken away', async () => {
    const page = await open(PHONE)
    await page.goto('/organisation')
    await page.getByRole('link', { name: t('batches.link') }).click()
    await page.getByLabel(t('batches.scope-everybody')).check()
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(false)
    await page.getByLabel(t('batches.output-people')).check()
    expect(await readingProblems(page, 'passports, phone')).toEqual([])
    await page.getByRole('button', { name: t('batches.submit') }).click()
    await page.getByRole('link', { name: t('batches.getZip') }).waitFor()
    expect(await readingProblems(page, 'passports-batch, phone')).toEqual([])
    const zip = await downloaded(page, t('batches.getZip'))
    const unpacked = unpackZip(zip, { mostEntries: 100, mostBytes: 50_000_000, wants: () => true })
    if (unpacked.state !== 'unpacked') throw new Error(unpacked.state)
    expect(unpacked.files.map(({ name }) => name)).toContain('Benali Inès.pdf')

    await page.getByText(t('batches.remove')).first().click()
    await page.getByRole('button', { name: t('batches.remove') }).click()
    await page.getByText(t('batches.removed')).waitFor()
    expect(await page.locator('.batches__one').first().innerText()).toContain(t('batches.state-gone'))
    await page.context().close()
  })

  test('Without a script the page comes anew by itself until the file is there', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'coordinator')
    const state = await page.context().storageState()
    await page.context().close()
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'fr-FR',
      javaScriptEnabled: false,
      storageState: state,
    })
    const plain = await context.newPage()
    await plain.goto('/organisation/passports')
    await plain.getByLabel(t('batches.scope-everybody')).check()
    await plain.getByRole('button', { name: t('batches.submit') }).click()
    await plain.getByRole('link', { name: t('batches.getFile') }).waitFor()
    await context.close()
  })
})
