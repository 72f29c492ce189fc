import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newStaff, PHONE } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { tabTo } from './keyboard.ts'
import { withBrowser } from './with-browser.ts'

const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function pathOfAurillac(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /Aurillac/ }).first()
  return (await link.getAttribute('href')) ?? ''
}

withBrowser('A session is prepared', (world) => {
  test('A trainer without a mouse makes a session from a former one, enrols somebody new and notes who is there', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer')
    const former = await pathOfAurillac(page)
    await page.goto(`${former}/prepare`)
    await press(page, page.getByRole('link', { name: t('preparation.again') }))
    await page.waitForURL('**/sessions/new?from=*')
    const firstDay = page.getByLabel(t('sessions.startsOn'))
    await tabTo(page, firstDay)
    // the browser's own day field is filled part by part, in its own order
    await firstDay.fill('2026-07-03')
    await press(page, page.getByRole('button', { name: t('sessions.create') }))
    await page.getByText(t('sessions.created')).waitFor()

    await press(page, page.getByRole('link', { name: t('preparation.enrolOne') }))
    const search = page.getByLabel(t('preparation.whoToEnrol'))
    await tabTo(page, search)
    await page.keyboard.type('Ronan Quéméneur')
    await page.keyboard.press('Enter')
    await page.getByText(t('preparation.noneFound')).waitFor()
    // what was looked for is in the form already
    expect(await page.getByLabel(t('preparation.familyName'), { exact: true }).inputValue()).toBe('Quéméneur')
    await press(page, page.getByRole('button', { name: t('preparation.createAndEnrol') }))
    await page.getByText(t('preparation.enrolled')).waitFor()

    const session = new URL(page.url()).pathname.replace(/\/enrol$/, '')
    await page.goto(`${session}/attendance`)
    await press(page, page.getByRole('button', { name: t('attendance.all') }))
    await page.getByText(t('attendance.noted', { count: 1 })).waitFor()
    await tabTo(page, page.getByRole('radio', { name: t('attendance.present') }))
    await page.keyboard.press('ArrowRight')
    const hour = page.getByLabel(t('attendance.arrival', { name: 'Ronan Quéméneur' }))
    await tabTo(page, hour)
    await hour.fill('09:20')
    await press(page, page.getByRole('button', { name: t('attendance.save'), exact: true }).last())
    await page.getByText(t('attendance.noted', { count: 1 })).waitFor()
    expect(await hour.inputValue()).toBe('09:20')
    await press(page, page.getByRole('button', { name: t('attendance.undo') }))
    await page.getByText(t('sessions.saved')).waitFor()
    expect(await page.getByRole('radio', { name: t('attendance.present') }).isChecked()).toBe(true)
    await page.context().close()
  })

  test('Without any script, on a phone: everybody is there in one touch, the exceptions in one each', async () => {
    const { browser, server } = world
    const signedIn = await newStaff(browser, server, 'trainer', { viewport: PHONE })
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'fr-FR',
      viewport: PHONE,
      javaScriptEnabled: false,
      storageState: await signedIn.context().storageState(),
    })
    const page = await context.newPage()
    await page.goto('/sessions')
    await page.goto(`${await pathOfAurillac(page)}/attendance`)
    await page.getByRole('button', { name: t('attendance.all') }).click()
    await page.getByText(t('attendance.noted', { count: 12 })).waitFor()
    const malo = page.getByRole('group', { name: /Malo Kerouac/ })
    await malo.getByRole('radio', { name: t('attendance.absent') }).check()
    await page
      .getByRole('button', { name: t('attendance.save'), exact: true })
      .last()
      .click()
    await page.getByText(t('attendance.noted', { count: 1 })).waitFor()
    await page.getByText(t('attendance.countAway', { count: 1 })).waitFor()
    await context.close()
    await signedIn.context().close()
  })

  test('Everybody can read the pages before and around the day', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer')
    const session = await pathOfAurillac(page)
    const pages = [
      '/sessions',
      '/sessions?q=rien',
      '/sessions/templates',
      '/sessions/pool',
      `/sessions/new?from=${session.split('/').at(-1) ?? ''}`,
      ...[
        'prepare',
        'edit',
        'enrol?q=ines',
        'enrol?q=zorglub',
        'trainers?q=le',
        'structures',
        'attendance',
      ].map((name) => `${session}/${name}`),
      `${session}/attendance/sheet`,
      `${session}/paper-grid`,
    ]
    for (const path of pages) {
      await page.goto(path)
      await expectReadable(page, path)
    }
    await page.context().close()
  })

  test('The papers print on A4: the sheet upright on one page, the grid lying, no row cut', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer')
    const session = await pathOfAurillac(page)
    const { openPdf } = await import('../holder/passports/open-pdf.ts')
    await page.goto(`${session}/attendance/sheet`)
    const sheet = await openPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), 0.3)
    expect(sheet.texts).toHaveLength(1)
    expect(sheet.texts[0]).toContain('Inès Benali')
    await page.goto(`${session}/paper-grid`)
    const grid = await openPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), 0.3)
    // nine competences: six on a page, the other three on the next, with all twelve names on both
    expect(grid.texts).toHaveLength(2)
    for (const text of grid.texts)
      for (const name of ['Inès Benali', 'Théo Girard']) expect(text).toContain(name)
    await page.context().close()
  })
})
