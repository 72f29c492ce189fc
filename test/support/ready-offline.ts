import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until this phone can verify without network: both workers at work, and the page of a language put aside. */
export async function readyOffline(phone: Page, language = 'fr'): Promise<void> {
  const isReady = () =>
    phone.evaluate(async (page) => {
      const capitals = await navigator.serviceWorker.getRegistration('/V/')
      const all = await navigator.serviceWorker.getRegistrations()
      const atWork = [capitals, ...all].every((worker) => worker?.active?.state === 'activated')
      return atWork && (await caches.match(page)) !== undefined
    }, `/verify/here/${language}`)
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
}
