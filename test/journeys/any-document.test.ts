import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityProblems, newVisitor, PHONE, sidewaysOverflow } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('Whatever an employer was given', (world) => {
  const open = async (): Promise<Page> => {
    const page = await newVisitor(world.browser, world.server, { viewport: PHONE })
    await page.goto('/verify')
    return page
  }
  const passport = () => world.server.files.passports[0]?.file ?? ''
  const submit = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: t('anyDocument.submit'), exact: true }).click()
    await page.waitForLoadState()
  }
  /** What somebody drops or pastes, as the browser gives it to the page. */
  const give = (page: Page, kind: 'drop' | 'paste', given: { base64?: string; text?: string }) =>
    page.evaluate(
      ({ kind, base64, text }) => {
        const data = new DataTransfer()
        if (base64 !== undefined) {
          const bytes = Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0))
          data.items.add(new File([bytes], 'passeport.pdf'))
        }
        if (text !== undefined) data.setData('text/plain', text)
        const options = { bubbles: true, cancelable: true }
        document.body.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data }),
        )
      },
      { kind, ...given },
    )

  test('A passport dropped anywhere on the page is named, and then verified', async () => {
    const base64 = (await readFile(passport())).toString('base64')
    for (const kind of ['drop', 'paste'] as const) {
      const page = await open()
      await give(page, kind, { base64 })
      await page.getByText(t('anyDocument.chosen', { name: 'passeport.pdf' })).waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
      await submit(page)
      expect(await page.locator('h1').textContent()).toBe(t('verdict.verified.title'))
      expect(await sidewaysOverflow(page)).toBe(0)
      expect(await accessibilityProblems(page)).toEqual([])
      expect(await page.context().cookies()).toEqual([])
      await page.context().close()
    }
  })

  test('A text pasted anywhere goes into its field, and an address of others is shown and not opened', async () => {
    const page = await open()
    await give(page, 'paste', { text: 'https://example.org/badge' })
    expect(await page.locator('textarea[name=document]').inputValue()).toBe('https://example.org/badge')
    await submit(page)
    expect(await page.locator('main').textContent()).toContain(t('anyDocument.notFollowed'))
    expect(await page.locator('main a[href*="example.org"]').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })
})
