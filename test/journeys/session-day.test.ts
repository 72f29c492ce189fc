import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPdf, readQrCodes } from '../holder/passports/open-pdf.ts'
import { download, downloadByForm, newStaff, newVisitor } from '../support/browser.ts'
import { levelOf, t } from '../support/french-words.ts'
import { tabTo } from './keyboard.ts'
import { withBrowser } from './with-browser.ts'

const YOUTHS = 12
const TEAM_OF_INES = levelOf('EQUIPE', 'Inès Benali')
const ADAPTATION_OF_MALO = levelOf('ADAPTATION', 'Malo Kerouac')
const SURPRISES_OF_THEO = levelOf('IMPREVU', 'Théo Girard')
const NOTE_ON_INES = t('sessions.observationOf', { name: 'Inès Benali' })
const SEEN = 'A repris seule le plan d’un escalier et l’a expliqué en allemand.'

withBrowser('The day of the return session', (world) => {
  test('A trainer without a mouse signs in, reaches the grid, sets a level and saves, always seeing where they are', async () => {
    const { browser, server } = world
    const page = await newVisitor(browser, server)
    await page.goto('/login')
    await tabTo(page, page.getByLabel(t('access.email')))
    await page.keyboard.type(server.staff.trainer.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(server.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/sessions')
    await tabTo(page, page.getByRole('link', { name: /Aurillac/ }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Aurillac/ }).waitFor()

    const level = page.getByLabel(SURPRISES_OF_THEO)
    // from the end of the page, as somebody who knows it would
    await tabTo(page, level, 'Shift+Tab')
    expect(await level.inputValue()).toBe('')
    for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowDown')
    const chosen = await level.inputValue()
    expect(chosen).toBe('2')
    await page.getByText(t('grid.allSaved')).waitFor()
    await page.reload()
    expect(await page.getByLabel(SURPRISES_OF_THEO).inputValue()).toBe('2')
    await page.context().close()
  })

  test('A trainer confirms what the young people said, touches the exceptions, signs once and prints', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer')
    await page.getByRole('link', { name: /Aurillac/ }).click()
    const session = new URL(page.url()).pathname

    await page.getByRole('button', { name: t('sessions.confirmAll') }).click()
    await page.getByText(t('grid.allSaved')).waitFor()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('3')
    // what the trainer had set before keeps its level
    expect(await page.getByLabel(SURPRISES_OF_THEO).inputValue()).toBe('2')

    await page.getByLabel(TEAM_OF_INES).selectOption('4')
    await page.getByLabel(ADAPTATION_OF_MALO).selectOption('not-yet')
    await page.getByLabel(NOTE_ON_INES).fill(SEEN)
    await page.getByLabel(TEAM_OF_INES).focus()
    await page.getByText(t('grid.allSaved')).waitFor()
    await page.reload()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('4')
    expect(await page.getByLabel(ADAPTATION_OF_MALO).inputValue()).toBe('not-yet')
    expect(await page.getByLabel(NOTE_ON_INES).inputValue()).toBe(SEEN)

    await page.getByRole('link', { name: t('grid.reviewAll') }).click()
    await page.getByRole('heading', { name: t('sessions.signHeading') }).waitFor()
    await page.getByText(SEEN).waitFor()
    const malo = page.getByRole('listitem').filter({ hasText: 'Malo Kerouac' }).first()
    expect(await malo.innerText()).toContain(t('sessions.staysNotYet', { names: 'Adaptation' }))
    await page.getByRole('button', { name: t('grid.signPeople', { count: YOUTHS }) }).click()
    await page.getByRole('heading', { name: t('sessions.signedHeading') }).waitFor()
    expect(await page.getByText(t('sessions.inPreparation')).count()).toBe(0)

    await passportsArePrinted(page)
    await slipsArePrinted(page)

    await page.goto(session)
    await page.getByText(t('sessions.signedNotice')).waitFor()
    expect(await page.getByRole('combobox').count()).toBe(0)
    await page.context().close()
  })

  async function passportsArePrinted(page: Page): Promise<void> {
    const link = page.getByRole('link', { name: t('grid.printPeople', { count: YOUTHS }) })
    const { type, bytes } = await download(page, (await link.getAttribute('href')) ?? '')
    expect(type).toContain('application/pdf')
    const { texts } = await openPdf(bytes, 0.3)
    const all = texts.join('\n')
    expect(texts.length).toBeGreaterThanOrEqual(YOUTHS)
    for (const name of ['Inès Benali', 'Malo Kerouac', 'Thị Ánh Nguyễn']) expect(all).toContain(name)
    expect(all.replace(/\s+/g, ' ')).toContain(SEEN)
    // « pas encore » never leaves the young person's own space
    expect(all).not.toContain(t('sessions.notYet'))
  }

  async function slipsArePrinted(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: t('sessions.printSlips') })
    const { type, bytes } = await downloadByForm(button)
    expect(type).toContain('application/pdf')
    const { pages } = await openPdf(bytes, 2)
    const codes = (await Promise.all(pages.map(readQrCodes))).flat()
    expect(new Set(codes).size).toBe(YOUTHS)
    const youth = await newVisitor(world.browser, world.server)
    await youth.goto(codes[0] ?? '')
    await youth.getByRole('link', { name: t('wallet.show'), exact: true }).waitFor()
    await youth.context().close()
  }
})
