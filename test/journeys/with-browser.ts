import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { chromiumPath, openBrowser } from '../support/browser.ts'
import { startDemoServer, type DemoOptions, type DemoServer } from '../support/demo-server.ts'

export interface World {
  readonly server: DemoServer
  readonly browser: Browser
}

/**
 * `describe` for journeys: one demonstration server and one real browser for all of them. Without a browser they are
 * skipped with one clear line, except where the checks run for everybody (CI), which must never skip them.
 */
export function withBrowser(name: string, journeys: (world: World) => void, options: DemoOptions = {}): void {
  if (chromiumPath === undefined) {
    const line = `No Chromium here (apt install chromium, or CHROMIUM=/its/path). Skipped: ${name}`
    if (process.env['CI'] === 'true') throw new Error(line)
    console.warn(line)
  }
  vi.setConfig({ testTimeout: 180_000 })
  describe.skipIf(chromiumPath === undefined)(name, () => {
    let server: DemoServer | undefined
    let browser: Browser | undefined
    beforeAll(async () => {
      server = await startDemoServer(options)
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })
    journeys({
      get server() {
        return started(server)
      },
      get browser() {
        return started(browser)
      },
    })
  })
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('only inside a test')
  return thing
}
