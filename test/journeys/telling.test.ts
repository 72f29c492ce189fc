import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { YOUTH_STORAGE_PREFIX } from '../../server/kernel/youth-storage.ts'
import { newStaff, newVisitor, PHONE } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser, type World } from './with-browser.ts'

const ASKED = 'J’ai demandé de l’aide quand je ne comprenais pas.'
const WELCOMED = 'J’ai accueilli une nouvelle personne dans l’équipe.'
/** What one page of a young person may weigh on a first visit, all files as they travel. */
const FIRST_LOAD_BYTES = 100_000

/** A phone that has just scanned the slip. */
async function onPhone({ browser, server }: World): Promise<Page> {
  const page = await newVisitor(browser, server, { viewport: PHONE })
  await page.goto(server.slipUrl)
  await page.goto('/me/tell')
  return page
}

/** The stay with an open session: the first one. */
async function openStay(world: World): Promise<Page> {
  const page = await onPhone(world)
  await page.locator('.tell-place--open a').first().click()
  await page.getByRole('heading', { name: t('telling.competences') }).waitFor()
  return page
}

async function openCompetence(world: World, name: string): Promise<Page> {
  const page = await openStay(world)
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return page
}

const state = (page: Page) => page.locator('[data-tell-state]')
const saved = (page: Page) => state(page).getByText(t('telling.stateSaved'), { exact: true }).waitFor()
const words = (page: Page) => page.getByLabel(t('telling.wordsAsk'))
const waiting = (page: Page): Promise<string[]> =>
  page.evaluate(
    (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)),
    YOUTH_STORAGE_PREFIX,
  )

withBrowser('Telling one’s stay', (world) => {
  test('Sentences are tapped, a level chosen, words written; everything saves by itself and nothing stays on the phone', async () => {
    const page = await openCompetence(world, 'Travailler dans une équipe internationale')
    await page.getByText(ASKED).click()
    await page.getByText(WELCOMED).click()
    await page.getByText('Avec initiative', { exact: false }).first().click()
    await words(page).fill('Nous étions cinq à l’atelier.')
    await saved(page)
    expect(await waiting(page)).toEqual([])
    await page.reload()
    expect(await page.getByLabel(ASKED).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: /^Avec initiative/ }).isChecked()).toBe(true)
    expect(await words(page).inputValue()).toBe('Nous étions cinq à l’atelier.')
    await page.context().close()
  })

  test('The network goes in the middle of a sentence: it is kept on the phone, survives the page, and is sent when the network is back', async () => {
    const page = await openCompetence(world, 'Résoudre un imprévu')
    await words(page).fill('Le train')
    await saved(page)
    await page.context().setOffline(true)
    await words(page).pressSequentially(' est parti sans moi.')
    await page.getByText('J’ai gardé mon calme.').click()
    await state(page).getByText(t('telling.stateOffline')).waitFor()
    expect(await waiting(page)).toHaveLength(1)
    // a link would lead to the browser's error page, so one stays
    await page.getByRole('link', { name: t('telling.back') }).click()
    await page.getByText(t('telling.stayHere')).waitFor()
    // the phone's owner reloads all the same
    await page.reload().catch(() => undefined)
    await page.context().setOffline(false)
    await page.reload()
    await saved(page)
    expect(await words(page).inputValue()).toBe('Le train est parti sans moi.')
    expect(await waiting(page)).toEqual([])

    const other = await openCompetence(world, 'Résoudre un imprévu')
    expect(await words(other).inputValue()).toBe('Le train est parti sans moi.')
    expect(await other.getByLabel('J’ai gardé mon calme.').isChecked()).toBe(true)
    await other.context().close()
    await page.context().close()
  })

  test('What waits is sent by itself when the network is back, without a touch', async () => {
    const page = await openCompetence(world, 'Gérer un budget de séjour')
    await page.context().setOffline(true)
    await words(page).fill('J’ai tenu jusqu’au bout.')
    await state(page).getByText(t('telling.stateOffline')).waitFor()
    await page.context().setOffline(false)
    await saved(page)
    expect(await waiting(page)).toEqual([])
    await page.context().close()
  })

  test('The same answer changed on two phones: both are shown, and both can be kept', async () => {
    const one = await openCompetence(world, 'Comprendre une autre culture')
    const two = await openCompetence(world, 'Comprendre une autre culture')
    await words(one).fill('Du premier téléphone.')
    await saved(one)
    await words(two).fill('Du second.')
    const question = two.getByRole('alert')
    await question.getByText(t('telling.conflictTitle')).waitFor()
    expect(await question.textContent()).toContain('Du premier téléphone.')
    expect(await question.textContent()).toContain('Du second.')
    await expectReadable(two, 'two answers')
    await two.getByRole('button', { name: t('telling.keepBoth') }).click()
    await saved(two)
    await one.reload()
    expect(await words(one).inputValue()).toBe('Du premier téléphone.\n\nDu second.')
    await one.context().close()
    await two.context().close()
  })

  test('Somebody else on the same phone finds nothing of it', async () => {
    const page = await openStay(world)
    await page.evaluate(
      (prefix) => localStorage.setItem(`${prefix}somebody:else`, '{}'),
      YOUTH_STORAGE_PREFIX,
    )
    await page.reload()
    await expect.poll(() => waiting(page)).toEqual([])
    await page.context().close()
  })

  test('A photo of twelve megapixels is made small on the phone, and can be removed again', async () => {
    const page = await openCompetence(world, 'Utiliser les outils du métier en sécurité')
    const noise = {
      width: 4_000,
      height: 3_000,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    } as const
    const photo = await sharp({ create: { ...noise, background: '#000' } })
      .jpeg({ quality: 80 })
      .toBuffer()
    await page.getByText(t('telling.evidenceFile')).first().click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG.JPG', mimeType: 'image/jpeg', buffer: photo })
    await expect
      .poll(() =>
        page.locator('input[type=file]').evaluate((input: HTMLInputElement) => input.files?.[0]?.size ?? 0),
      )
      .toBeLessThan(photo.length / 2)
    await page.getByLabel(t('telling.evidenceName')).fill('Mon établi')
    await page.getByRole('button', { name: t('telling.evidenceAdd') }).click()
    await page.getByAltText(t('telling.photoNamed', { title: 'Mon établi' })).waitFor()
    await expectReadable(page, 'with a photo')
    await page.getByRole('button', { name: t('telling.evidenceRemove') }).click()
    await page.getByText(t('telling.evidenceRemoved')).waitFor()
    await page.context().close()
  })

  test('One looks, shows, and takes back: the trainer’s open page follows, and so does one’s own when the trainer speaks', async () => {
    const page = await openStay(world)
    await page.getByRole('link', { name: t('telling.show') }).click()
    const label = page.locator('label', { hasText: 'Nous étions cinq à l’atelier.' })
    await label.click()
    await expectReadable(page, 'choosing')
    await page.getByRole('button', { name: t('telling.showPreview') }).click()
    await page.getByRole('heading', { name: t('telling.showPreviewTitle') }).waitFor()
    await expectReadable(page, 'preview')

    const trainer = await newStaff(world.browser, world.server, 'trainer')
    await trainer.getByRole('link', { name: /Aurillac/ }).click()
    const name = world.server.files.passports[0]?.learner ?? ''
    await trainer.getByRole('link', { name }).first().click()
    await trainer.getByRole('heading', { level: 1, name }).waitFor()
    expect(await trainer.getByText('Nous étions cinq à l’atelier.').count()).toBe(0)

    await page.getByRole('button', { name: t('telling.showSave') }).click()
    await page.getByText(t('telling.shown')).waitFor()
    await expectReadable(page, 'shown')
    await trainer.getByText('Nous étions cinq à l’atelier.').waitFor({ timeout: 10_000 })
    expect(await trainer.getByText('Le train est parti sans moi.').count()).toBe(0)

    await page
      .getByRole('button', { name: t('telling.takeBack') })
      .first()
      .click()
    await page.getByText(t('telling.takenBack')).waitFor()
    await trainer.getByText('Nous étions cinq à l’atelier.').waitFor({ state: 'detached', timeout: 10_000 })

    // the trainer speaks on their own screen; nobody reloads anything
    await page.goto(`${new URL(page.url()).pathname.replace('/show', '')}/c/ADAPTATION`)
    await page.locator('[data-tell]').waitFor()
    await trainer.locator('input[name$=".attested:ADAPTATION"][value="4"]').check()
    await page.locator('#attested').getByText('et le transmet').waitFor({ timeout: 10_000 })
    await trainer.context().close()
    await page.context().close()
  })

  test('Side by side on two devices: each sees within two seconds what the other changes', async () => {
    const phone = await openStay(world)
    const stay = new URL(phone.url()).pathname
    const choose = (level: string) =>
      phone.locator('label', { has: phone.locator(`input[name="level"][value="${level}"]`) }).click()
    await phone.goto(`${stay}/c/ADAPTATION`)
    await choose('1')
    await saved(phone)
    await phone.goto(`${stay}/show`)
    await phone.locator('input[value="level:ADAPTATION"]').check()
    await phone.getByRole('button', { name: t('telling.showPreview') }).click()
    await phone.getByRole('button', { name: t('telling.showSave') }).click()
    await phone.getByText(t('telling.shown')).waitFor()
    await phone.goto(`${stay}/c/ADAPTATION`)
    await phone.locator('[data-tell]').waitFor()

    const trainer = await newStaff(world.browser, world.server, 'trainer')
    await trainer.getByRole('link', { name: /Aurillac/ }).click()
    const name = world.server.files.passports[0]?.learner ?? ''
    const link = await trainer.getByRole('link', { name }).first().getAttribute('href')
    await trainer.goto(`${link ?? ''}/together`)
    const at = (voice: string, level: string) =>
      trainer.locator(`input[name$=".${voice}:ADAPTATION"][value="${level}"]`)
    expect(await at('declared', '1').isChecked()).toBe(true)

    await choose('3')
    const declared = await at('declared', '3').elementHandle()
    await trainer.waitForFunction((input) => (input as HTMLInputElement).checked, declared, { timeout: 2000 })
    await at('attested', '2').check()
    await phone.locator('#attested').getByText('en autonomie').waitFor({ timeout: 2000 })
    // « pas encore » is not said to the trainer: the level is simply taken back
    await choose('not-yet')
    const nothing = await at('declared', '').elementHandle()
    await trainer.waitForFunction((input) => (input as HTMLInputElement).checked, nothing, { timeout: 2000 })
    expect(await at('declared', 'not-yet').count()).toBe(0)
    await trainer.context().close()
    await phone.context().close()
  })

  test('Every page is readable by everybody', async () => {
    const page = await onPhone(world)
    await expectReadable(page)
    await page.getByRole('link', { name: t('telling.addStay') }).click()
    await page.getByLabel(t('telling.stayWhat')).fill('Chantier')
    await page.getByRole('button', { name: t('telling.save') }).click()
    await page.getByRole('alert').waitFor()
    await expectReadable(page, 'a stay to note')
    await page.getByLabel(t('telling.stayCountry')).fill('Portugal')
    await page.getByLabel(t('telling.stayFrom')).fill('2024-07-01')
    await page.getByLabel(t('telling.stayTo')).fill('2024-07-20')
    await page.getByRole('button', { name: t('telling.save') }).click()
    await page.getByRole('heading', { level: 1, name: 'Chantier' }).waitFor()
    await expectReadable(page, 'a stay')
    await page.getByRole('link', { name: 'Prendre des initiatives' }).click()
    await expectReadable(page, 'a competence')
    await page.getByRole('radio', { name: /^Avec de l’aide/ }).check()
    await saved(page)
    await page.goto('/me/growth')
    await expectReadable(page)
    await page.context().close()
  })

  test('A first visit to any of these pages weighs a hundred kilobytes at most, all files together', async () => {
    const page = await openStay(world)
    const stay = new URL(page.url()).pathname
    for (const path of ['/me/tell', stay, `${stay}/c/EQUIPE`, `${stay}/show`, '/me/tell/new', '/me/growth']) {
      const bytes = await firstLoad(page, path)
      expect(bytes, path).toBeGreaterThan(20_000)
      expect(bytes, path).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
    }
    await page.context().close()
  })
})

/** Bytes that travel for a page and all it asks for, with nothing in the browser's cache. */
async function firstLoad(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(path, { waitUntil: 'load' })
  await page.waitForTimeout(1_000)
  await session.detach()
  return bytes
}
