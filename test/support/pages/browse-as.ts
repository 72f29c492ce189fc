import type { Browser, Page } from 'playwright-core'
import { newVisitor } from '../browser.ts'
import type { DemoServer } from '../demo-server.ts'
import type { Places } from './fill-demo.ts'
import { need } from './need.ts'
import type { ShownPage, Viewer } from './shown-page.ts'

/** A browser of this person, who is known in it already. */
export async function browseAs(
  { browser, server, places }: { browser: Browser; server: DemoServer; places: Places },
  who: Viewer,
  look: Parameters<typeof newVisitor>[2] = {},
): Promise<Page> {
  const page = await newVisitor(browser, server, { ...look, locale: who === 'host' ? 'de-DE' : 'fr-FR' })
  const known = cookieOf(places, who)
  if (known !== undefined) await page.context().addCookies([{ ...known, url: server.url }])
  return page
}

function cookieOf({ cookies, cookieNames, owesCode }: Places, who: Viewer) {
  if (who === 'visitor' || who === 'host') return undefined
  if (who === 'newcomer') return { name: cookieNames.staff, value: owesCode }
  const isYouth = who === 'youth' || who === 'minor' || who === 'adult'
  return { name: isYouth ? cookieNames.youth : cookieNames.staff, value: need(cookies[who]) }
}

/** Opens a page of the list and does there what the list says. */
export async function openShown(
  page: Page,
  shown: ShownPage,
  { server, places }: { server: DemoServer; places: Places },
): Promise<void> {
  await page.goto(shown.path(places, server), { waitUntil: 'load' })
  await shown.steps?.(page, server)
}
