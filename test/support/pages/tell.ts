import type { Page } from 'playwright-core'
import { t } from '../french-words.ts'

/** Taps two sentences, says a level and a sentence of one's own; waits until it is kept. */
export async function tellEverything(page: Page): Promise<void> {
  const boxes = page.locator('main').getByRole('checkbox')
  for (const index of [0, 2]) await boxes.nth(index).check()
  await page.getByRole('radio', { name: /^Avec initiative/ }).check()
  await page.getByLabel(t('telling.wordsAsk')).fill('Nous étions cinq à l’atelier, de trois pays.')
  await page.locator('[data-tell-state]').getByText(t('telling.stateSaved'), { exact: true }).waitFor()
}

/** Notes a stay of one's own, if that is not done yet, and opens its facts. */
export async function tellOwnStay(page: Page): Promise<void> {
  const known = page.getByRole('link', { name: 'Chantier de jeunes' }).first()
  if ((await known.count()) === 0) {
    await page.goto('/me/tell/new')
    await page.getByLabel(t('telling.stayWhat')).fill('Chantier de jeunes')
    await page.getByLabel(t('telling.stayCountry')).fill('Portugal')
    await page.getByLabel(t('telling.stayFrom')).fill('2024-07-01')
    await page.getByLabel(t('telling.stayTo')).fill('2024-07-20')
    await page.getByRole('button', { name: t('telling.save') }).click()
    await page.getByRole('heading', { level: 1, name: 'Chantier de jeunes' }).waitFor()
  } else await known.click()
  await page.locator('a[href$="/stay"]').first().click()
  await page.waitForURL('**/stay')
}
