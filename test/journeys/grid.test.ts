import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPdf } from '../holder/passports/open-pdf.ts'
import { download, newStaff, PHONE } from '../support/browser.ts'
import { levelOf, t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser, type World } from './with-browser.ts'

const TEAM_OF_INES = levelOf('EQUIPE', 'Inès Benali')
const TEAM_OF_MALO = levelOf('EQUIPE', 'Malo Kerouac')
const ADAPTATION_OF_INES = levelOf('ADAPTATION', 'Inès Benali')
const ADAPTATION_OF_MALO = levelOf('ADAPTATION', 'Malo Kerouac')
const NOTE_ON_INES = t('sessions.observationOf', { name: 'Inès Benali' })
const SAVED = t('grid.allSaved')

async function openSession(world: World, who: 'trainer' | 'coordinator', options = {}): Promise<Page> {
  const page = await newStaff(world.browser, world.server, who, options)
  await page.goto('/sessions')
  await page.getByRole('link', { name: /Aurillac/ }).click()
  await page.getByRole('heading', { level: 1, name: /Aurillac/ }).waitFor()
  return page
}

const status = (page: Page): Locator => page.locator('[data-status]')
const untilSaved = (page: Page): Promise<void> => status(page).filter({ hasText: SAVED }).waitFor()
const signButton = (page: Page): Locator => page.locator('[data-signing] button[type="submit"]')
/** What the server has, not what the page believes. */
async function stored(page: Page, label: string): Promise<string> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  const value = await other.getByLabel(label).inputValue()
  await other.close()
  return value
}

withBrowser('The grid', (world) => {
  test('A change saves itself, is undone by one press, also after the page was reloaded', async () => {
    const page = await openSession(world, 'trainer')
    await page.getByLabel(TEAM_OF_INES).selectOption('2')
    await untilSaved(page)
    expect(await stored(page, TEAM_OF_INES)).toBe('2')
    await page.getByLabel(TEAM_OF_INES).selectOption('4')
    await untilSaved(page)
    await page.reload()
    await page.getByRole('button', { name: t('grid.undoLabel') }).click()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('2')
    await untilSaved(page)
    await page.getByLabel(ADAPTATION_OF_INES).focus()
    await page.keyboard.press('Control+z')
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('')
    await untilSaved(page)
    expect(await stored(page, TEAM_OF_INES)).toBe('')

    await page.getByRole('button', { name: t('sessions.confirmAll') }).click()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('3')
    await untilSaved(page)
    await page.getByRole('button', { name: t('grid.undoLabel') }).click()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('')
    await untilSaved(page)
    expect(await stored(page, ADAPTATION_OF_MALO)).toBe('')
    await page.context().close()
  })

  test('Without the network nothing is lost: changes wait on the device through a reload and a closed tab', async () => {
    const page = await openSession(world, 'trainer')
    const address = page.url()
    const context = page.context()
    await context.setOffline(true)
    await page.getByLabel(TEAM_OF_INES).selectOption('4')
    await page.getByLabel(ADAPTATION_OF_INES).selectOption('2')
    await page.getByLabel(NOTE_ON_INES).fill('Très présente avec les autres.')
    await page.getByLabel(TEAM_OF_MALO).focus()
    await page.getByText(t('grid.queuedMany', { count: 3 })).waitFor()
    expect(await signButton(page).getAttribute('aria-disabled')).toBe('true')
    await page.getByText(t('grid.waitsForQueue')).waitFor()
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    expect(kept).not.toMatch(/Inès|Benali/)
    // the tab dies with the network down
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(address)
    await untilSaved(again)
    expect(await again.getByLabel(TEAM_OF_INES).inputValue()).toBe('4')
    expect(await again.getByLabel(NOTE_ON_INES).inputValue()).toBe('Très présente avec les autres.')
    expect(await stored(again, ADAPTATION_OF_INES)).toBe('2')
    expect(await stored(again, NOTE_ON_INES)).toBe('Très présente avec les autres.')

    // and once more, cut and back without leaving the page
    await context.setOffline(true)
    await again.getByLabel(TEAM_OF_INES).selectOption('1')
    await again.getByText(t('grid.queuedOne')).waitFor()
    await context.setOffline(false)
    await untilSaved(again)
    expect(await stored(again, TEAM_OF_INES)).toBe('1')
    await context.close()
  })

  test('Signing out while changes wait says so first', async () => {
    const page = await openSession(world, 'trainer')
    await page.context().setOffline(true)
    await page.getByLabel(TEAM_OF_INES).selectOption('3')
    await page.getByText(t('grid.queuedOne')).waitFor()
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.message())
        void dialog.dismiss()
      }),
    )
    await page.getByRole('button', { name: t('common.signOut') }).click()
    expect(await asked).toBe(t('grid.leaveWarning'))
    await page.context().setOffline(false)
    await untilSaved(page)
    expect(await stored(page, TEAM_OF_INES)).toBe('3')
    await page.context().close()
  })

  test('Two trainers at once: what one changes the other sees; the same cell shows both values and a choice', async () => {
    const karim = await openSession(world, 'trainer')
    const maud = await openSession(world, 'coordinator')
    await maud.getByLabel(TEAM_OF_MALO).selectOption('2')
    await karim.waitForFunction(
      (label) => document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)?.value === '2',
      TEAM_OF_MALO,
      { timeout: 2000 },
    )
    await karim.context().setOffline(true)
    await karim.getByLabel(TEAM_OF_MALO).selectOption('4')
    await maud.getByLabel(TEAM_OF_MALO).selectOption('1')
    await untilSaved(maud)
    await karim.context().setOffline(false)
    const choice = karim.locator('.grid-conflict')
    await choice.waitFor()
    const words = (await choice.innerText()).replace(/\s+/g, ' ')
    expect(words).toContain(world.server.staff.coordinator.name)
    expect(words).toContain('avec de l’aide')
    expect(words).toContain('et le transmet')
    expect(await signButton(karim).getAttribute('aria-disabled')).toBe('true')
    expect(await stored(maud, TEAM_OF_MALO)).toBe('1')
    await expectReadable(karim, 'the grid with a conflict')
    await choice.getByRole('button', { name: /et le transmet/ }).click()
    await untilSaved(karim)
    expect(await choice.count()).toBe(0)
    expect(await stored(maud, TEAM_OF_MALO)).toBe('4')
    await karim.context().close()
    await maud.context().close()
  })

  test('By keyboard alone: digits set levels, keys move, the lists stay lists, « ? » explains', async () => {
    const page = await openSession(world, 'trainer')
    const cell = page.getByLabel(TEAM_OF_INES)
    await cell.focus()
    await page.keyboard.press('2')
    expect(await cell.inputValue()).toBe('2')
    await page.keyboard.press('p')
    expect(await cell.inputValue()).toBe('not-yet')
    await page.keyboard.press('Backspace')
    expect(await cell.inputValue()).toBe('')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await cell.inputValue()).toBe('1')
    await page.keyboard.press('ArrowRight')
    expect(await focusedLabel(page)).toBe(ADAPTATION_OF_INES)
    await page.keyboard.press('Enter')
    expect(await focusedLabel(page)).toBe(ADAPTATION_OF_MALO)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('ArrowLeft')
    expect(await focusedLabel(page)).toBe(TEAM_OF_INES)
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: t('grid.keys') }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focusedLabel(page)).toBe(TEAM_OF_INES)
    await page.keyboard.press('o')
    const dialog = page.getByRole('dialog', { name: /Observation/ })
    await dialog.waitFor()
    await expectReadable(page, 'an observation')
    await dialog.getByRole('button').first().click()
    await page.keyboard.press('Escape')
    await untilSaved(page)
    const saved = await page.locator('[popover] textarea').first().inputValue()
    expect(saved.length).toBeGreaterThan(20)
    await page.reload()
    expect(await page.locator('[popover] textarea').first().inputValue()).toBe(saved)
    await page.context().close()
  })

  test('Side by side: what is changed on one screen is on the other within two seconds', async () => {
    const grid = await openSession(world, 'trainer')
    const link = (await grid.getByRole('link', { name: 'Inès Benali' }).first().getAttribute('href')) ?? ''
    const together = await grid.context().newPage()
    await together.goto(`${link}/together`)
    await expectReadable(together)
    const said = together.getByRole('group', { name: t('grid.theySay', { name: 'Inès' }) }).first()
    await said.getByRole('radio', { name: /en autonomie/ }).check()
    await grid.bringToFront()
    const cell = grid.locator('td[data-cell]').first()
    await cell.getByText(t('sessions.declaredIs', { level: 'en autonomie' })).waitFor({ timeout: 2000 })
    await grid.getByLabel(TEAM_OF_INES).selectOption('3')
    const seen = together.getByRole('group', { name: t('grid.iSaw') }).first()
    await together.bringToFront()
    await together.waitForFunction(
      (input) => (input as HTMLInputElement).checked,
      await seen.getByRole('radio', { name: /avec initiative/ }).elementHandle(),
      { timeout: 2000 },
    )
    await together.goto(link)
    await expectReadable(together)
    await grid.context().close()
  })

  test('The paper grid is typed line by line, without a mouse', async () => {
    const page = await openSession(world, 'trainer')
    await page.getByRole('link', { name: t('grid.typing') }).click()
    const first = page.getByLabel(t('grid.typingLine', { name: 'Inès Benali', number: 1 }))
    await expectReadable(page)
    const columns = await page.locator('[data-columns] > li').count()
    const line = ['4', '3', '2', 'p', '1', ...Array<string>(columns - 5).fill('-')].join(' ')
    await first.focus()
    await page.keyboard.type(line)
    await page
      .getByText(/Équipe internationale et le transmet/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    expect(await focusedLabel(page)).toBe(t('grid.typingLine', { name: 'Malo Kerouac', number: 2 }))
    await page.keyboard.type('4 9')
    await page.getByRole('button', { name: t('sessions.save') }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/Ligne 2, colonne 2/).waitFor()
    expect(await first.inputValue()).toBe(line)
    await page.getByLabel(t('grid.typingLine', { name: 'Malo Kerouac', number: 2 })).fill('')
    await page.getByRole('button', { name: t('sessions.save') }).click()
    await page.getByText(t('sessions.saved')).waitFor()
    expect(await page.getByLabel(TEAM_OF_INES).inputValue()).toBe('4')
    await page.context().close()
  })

  test('On a phone each young person is a card with every level at the thumb', async () => {
    const page = await openSession(world, 'trainer', { viewport: PHONE })
    await expectReadable(page)
    const select = page.getByLabel(TEAM_OF_INES)
    const box = await select.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect(box?.width).toBeGreaterThanOrEqual(150)
    await select.selectOption('2')
    await untilSaved(page)
    await page.context().close()
  })

  test('Twelve youths by five competences are signed and printed in four actions', async () => {
    const page = await newStaff(world.browser, world.server, 'trainer')
    await page.goto('/sessions')
    let actions = 0
    const press = async (what: Locator): Promise<void> => {
      await what.click()
      actions += 1
    }
    await press(page.getByRole('link', { name: /Aurillac/ }))
    await press(page.getByRole('button', { name: t('sessions.confirmAll') }))
    await untilSaved(page)
    // what will be signed is in sight before it is: levels, stays, the words
    await page.locator('[data-signing] button[type="submit"][aria-disabled="false"]').waitFor()
    const list = (await page.locator('[data-signing]').innerText()).replace(/\s+/g, ' ')
    expect(list).toContain('Inès Benali')
    expect(list).toContain('Équipe internationale : et le transmet')
    await expectReadable(page, 'the grid, ready to sign')
    const [response] = await Promise.all([
      page.waitForResponse(
        (answer) => answer.url().endsWith('/sign') && answer.request().method() === 'POST',
      ),
      press(signButton(page)),
    ])
    expect(response.status()).toBe(303)
    await page.getByRole('heading', { name: t('sessions.signedHeading') }).waitFor()
    const print = page.getByRole('link', { name: t('grid.printPeople', { count: 12 }) })
    const href = (await print.getAttribute('href')) ?? ''
    actions += 1
    const { bytes } = await download(page, href)
    expect(actions).toBe(4)
    expect((await openPdf(bytes, 0.3)).texts.length).toBeGreaterThanOrEqual(12)
    await expectReadable(page, 'after the signature')
    await page.context().close()
  })
})

const focusedLabel = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
