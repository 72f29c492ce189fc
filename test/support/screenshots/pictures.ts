import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Sharp } from 'sharp'
import { DESK, PHONE } from '../browser.ts'

export const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs')
export const OUT = join(DOCS, 'screenshots')
/** The README stays quick to load. */
const MOST_BYTES = 150_000

export const SIZES = [
  { width: 360, viewport: PHONE, scale: 2 },
  { width: 1280, viewport: DESK, scale: 1 },
] as const
export type Size = (typeof SIZES)[number]

/** A page from its top, down to so many windows at most: what comes after adds nothing to a picture. */
export async function photograph(
  page: Page,
  { viewport }: { readonly viewport: { readonly width: number; readonly height: number } },
  windows: number,
): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.round(Math.max(viewport.height, Math.min(whole, viewport.height * windows)))
  // a window as tall as the picture: what sticks to its edge stays at the edge
  await page.setViewportSize({ width: viewport.width, height })
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.setViewportSize(viewport)
  return picture
}

/** A palette of few colours is enough for flat pages; a picture that stays too heavy is a mistake to see. */
export async function savePng(picture: Sharp, name: string): Promise<number> {
  return keep(picture.png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }), `${name}.png`)
}

/** Light enough that some hundreds of them stay a small folder. */
export async function saveWebp(picture: Sharp, name: string): Promise<number> {
  return keep(picture.webp({ quality: 40, effort: 6, smartSubsample: true }), `${name}.webp`)
}

async function keep(picture: Sharp, name: string): Promise<number> {
  const path = join(OUT, name)
  await mkdir(join(path, '..'), { recursive: true })
  const { size } = await picture.toFile(path)
  if (size > MOST_BYTES) throw new Error(`${name} weighs ${size} bytes, more than ${MOST_BYTES}`)
  return size
}
