import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { DemoServer } from '../demo-server.ts'
import { browseAs, openShown } from '../pages/browse-as.ts'
import { CHAPTERS } from '../pages/every-page.ts'
import type { Places } from '../pages/fill-demo.ts'
import type { ShownPage, Viewer } from '../pages/shown-page.ts'
import { OUT, photograph, saveWebp, SIZES, type Size } from './pictures.ts'
import { writeTour } from './write-tour.ts'

/** How many windows of a page are shown, at most. */
const WINDOWS = { 360: 2.2, 1280: 1.4 } as const
/** The gallery shows them small: kept at that size, some hundreds stay a light folder. */
const KEPT_WIDTH = { 360: 320, 1280: 640 } as const

interface TourWorld {
  readonly browser: Browser
  readonly server: DemoServer
  readonly places: Places
}

/** Every page at both widths into docs/screenshots/tour, and the gallery that shows them. */
export async function takeTour(world: TourWorld): Promise<void> {
  await rm(join(OUT, 'tour'), { recursive: true, force: true })
  const bytes = await Promise.all(SIZES.map((size) => tourAt(world, size)))
  await writeTour()
  console.log(`tour  ${Math.round(bytes.reduce((one, other) => one + other, 0) / 1000)} kB in all`)
}

async function tourAt(world: TourWorld, size: Size): Promise<number> {
  const browsers = new Map<Viewer, Page>()
  let bytes = 0
  for (const shown of CHAPTERS.flatMap(({ pages }) => pages)) {
    const page = browsers.get(shown.who) ?? (await browseAs(world, shown.who, size))
    browsers.set(shown.who, page)
    bytes += await onePicture(world, page, shown, size)
  }
  for (const page of browsers.values()) await page.context().close()
  return bytes
}

async function onePicture(world: TourWorld, page: Page, shown: ShownPage, size: Size): Promise<number> {
  await openShown(page, shown, world)
  const picture = sharp(await photograph(page, size, WINDOWS[size.width]))
  return saveWebp(picture.resize({ width: KEPT_WIDTH[size.width] }), `tour/${shown.name}-${size.width}`)
}
