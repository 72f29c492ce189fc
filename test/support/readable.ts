import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityProblems, sidewaysOverflow } from './browser.ts'

/** The narrowest window WCAG 1.4.10 speaks of, the phone we draw for, and a desk. */
const WIDTHS = [320, 360, 1280]
const HEIGHT = 740

/**
 * The page as it stands can be read by everybody: axe finds nothing against WCAG 2.2 A and AA in the ordinary theme and
 * in the one of more contrast, and nothing has to be scrolled sideways, from 320 px (which is also 640 px at 200 %) up.
 */
export async function expectReadable(page: Page, name = new URL(page.url()).pathname): Promise<void> {
  expect(await readingProblems(page, name)).toEqual([])
}

/** What {@link expectReadable} would complain of, one sentence each. */
export async function readingProblems(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    const wider = await sidewaysOverflow(page)
    if (wider > 0) found.push(`${name}: ${wider} px too wide at ${width} px`)
  }
  for (const width of [WIDTHS[1] ?? 360, 1280])
    for (const contrast of ['no-preference', 'more'] as const) {
      await page.setViewportSize({ width, height: HEIGHT })
      await page.emulateMedia({ contrast })
      for (const problem of await accessibilityProblems(page))
        found.push(`${name} (${width} px, contrast ${contrast}): ${problem}`)
    }
  await page.emulateMedia({ contrast: null })
  if (before !== null) await page.setViewportSize(before)
  return [...new Set(found)]
}
