import { expect, test } from 'vitest'
import {
  accessibilityProblems,
  DESK,
  newStaff,
  newVisitor,
  PHONE,
  sidewaysOverflow,
} from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'
import type { Page } from 'playwright-core'

withBrowser('A correction on a phone', (world) => {
  test('A trainer mends a name, and the paper in the drawer leads to the right passport', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer', { viewport: PHONE })
    await page.goto('/sessions')
    await page.getByRole('link', { name: /Vichy/ }).click()
    await page.getByRole('heading', { name: t('sessions.signedHeading') }).waitFor()
    const papers = page.locator('.sign-list__person').first()
    const name = (await papers.locator('h2 a').innerText()).trim()
    const old = (await papers.locator('a[href^="/v/"]').first().getAttribute('href')) ?? ''

    await page
      .getByRole('link', { name: t('corrections.correctSession'), exact: true })
      .first()
      .click()
    await page.getByRole('heading', { name: t('corrections.heading') }).waitFor()
    await look(page)
    await page.locator('summary', { hasText: name }).click()
    await page.getByLabel(`${t('corrections.givenName')} · ${name}`).fill('Maëlle')
    await look(page)
    await page.getByRole('button', { name: t('corrections.preview') }).click()
    await page.getByRole('heading', { name: t('corrections.confirmHeading') }).waitFor()
    await look(page)
    await page.getByRole('button', { name: t('corrections.confirm') }).click()
    await page.getByText(t('corrections.done')).waitFor()
    await look(page)

    const employer = await newVisitor(browser, server, { viewport: PHONE })
    await employer.goto(old)
    await look(employer)
    await employer.getByRole('link', { name: t('verdict.openSuccessor') }).click()
    await employer.getByRole('heading', { name: t('verdict.verified.title') }).waitFor()
    expect(await employer.getByText('Maëlle').count()).toBeGreaterThan(0)
    await employer.context().close()
    await page.context().close()
  })

  test('A coordinator looks after one attestation', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'coordinator', { viewport: PHONE })
    await page.goto('/sessions')
    await page.getByRole('link', { name: /Vichy/ }).click()
    await page
      .getByRole('link', { name: t('corrections.manage') })
      .first()
      .click()
    await look(page)
    await page.getByRole('link', { name: t('corrections.suspend') }).click()
    await look(page)
    await page.getByLabel(t('corrections.reason-content-check')).check()
    await page.getByRole('button', { name: t('corrections.suspendConfirm') }).click()
    await page.getByText(t('corrections.suspendDone')).waitFor()
    await look(page)
    await page.context().close()
  })
})

/** The page as it stands on a phone and on a desk: nothing sideways, nothing that axe would mend. */
async function look(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport)
    expect(await sidewaysOverflow(page), `${where} at ${viewport.width}`).toBe(0)
    expect(await accessibilityProblems(page), where).toEqual([])
  }
}
