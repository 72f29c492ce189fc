import { expect, test } from 'vitest'
import { browseAs, openShown } from '../support/pages/browse-as.ts'
import { CHAPTERS, NOT_PAGES } from '../support/pages/every-page.ts'
import { fillDemo } from '../support/pages/fill-demo.ts'
import { VIEWERS, type Viewer } from '../support/pages/shown-page.ts'
import { readingProblems } from '../support/readable.ts'
import { CLIENT_ROUTES, PUBLIC_ROUTES, STAFF_ROUTES, YOUTH_ROUTES } from '../support/route-table.ts'
import { withBrowser } from './with-browser.ts'

const PAGES = CHAPTERS.flatMap(({ pages }) => pages)
/** People whose pages are walked one after the other; both halves at once. */
const HALVES: readonly (readonly Viewer[])[] = [
  ['trainer', 'admin', 'newcomer'],
  VIEWERS.filter((who) => who !== 'trainer' && who !== 'admin' && who !== 'newcomer'),
]

test('Every route that a person opens is in the walk', () => {
  const routes = Object.keys({ ...STAFF_ROUTES, ...YOUTH_ROUTES, ...PUBLIC_ROUTES, ...CLIENT_ROUTES })
  const opened = routes.filter((route) => route.startsWith('get ')).toSorted()
  const walked = [...new Set([...PAGES.map(({ route }) => route), ...Object.keys(NOT_PAGES)])].toSorted()
  expect(walked).toEqual(opened)
  expect(PAGES.filter(({ route }) => route in NOT_PAGES)).toEqual([])
})

withBrowser('Every page of the application', (world) => {
  test('can be read by everybody: in both themes of contrast, and at 320 pixels without scrolling sideways', async () => {
    const { browser, server } = world
    const places = await fillDemo(server)
    const problems: string[] = []
    const walk = async (who: Viewer): Promise<void> => {
      const page = await browseAs({ browser, server, places }, who)
      page.on('pageerror', ({ message }) => problems.push(`${page.url()}: ${message}`))
      for (const shown of PAGES.filter((one) => one.who === who)) {
        await openShown(page, shown, { server, places })
        problems.push(...(await readingProblems(page, shown.name)))
      }
      await page.context().close()
    }
    await Promise.all(
      HALVES.map(async (half) => {
        for (const who of half) await walk(who)
      }),
    )
    expect(problems).toEqual([])
    // some hundred and forty pages: a machine that does other things besides may take its time
  }, 300_000)
})
