import { describe, expect, it } from 'vitest'
import { placeBlocks, type Block } from '../../../server/holder/passports/layout/place-blocks.ts'

const block = (height: number, options: Partial<Block> = {}): Block => ({
  height,
  draw: () => undefined,
  ...options,
})
const FIRST = { top: 200, bottom: 500 }
const NEXT = { top: 60, bottom: 800 }
const REGIONS = { first: [FIRST], next: NEXT }

describe('placing what a passport says on its pages', () => {
  it('fills the room the cover leaves, then goes on at the top of the next page', () => {
    const pages = placeBlocks(
      Array.from({ length: 5 }, () => block(100)),
      REGIONS,
    )
    expect(pages.map((page) => page.map(({ top }) => top))).toEqual([
      [200, 300, 400],
      [60, 160],
    ])
  })

  it('keeps a heading with the first line under it', () => {
    const heading = block(30, { keepWithNext: true })
    const pages = placeBlocks([block(250), heading, block(100)], REGIONS)
    expect(pages.map((page) => page.length)).toEqual([1, 2])
    expect(pages[1]?.[0]?.block).toBe(heading)
  })

  it('drops the space above what begins a page', () => {
    const pages = placeBlocks([block(290), block(50, { gap: 24 })], REGIONS)
    expect(pages[1]?.[0]?.top).toBe(60)
  })

  it('leaves the cover alone on its page when nothing fits under it', () => {
    const pages = placeBlocks([block(400)], REGIONS)
    expect(pages.map((page) => page.length)).toEqual([0, 1])
  })

  it('never puts one thing over another or past the foot of the page', () => {
    const blocks = Array.from({ length: 60 }, (_, index) =>
      block(10 + ((index * 37) % 90), { gap: index % 3 === 0 ? 12 : 0 }),
    )
    const pages = placeBlocks(blocks, REGIONS)
    expect(pages.flat()).toHaveLength(60)
    pages.forEach((page, index) => {
      const region = index === 0 ? FIRST : NEXT
      page.forEach(({ top, block: { height } }, place) => {
        const next = page[place + 1]?.top ?? region.bottom
        expect(top + height).toBeLessThanOrEqual(next)
      })
    })
  })

  it('leaves a panel with less room empty rather than cutting what needs more', () => {
    const small = { top: 0, bottom: 50 }
    const regions = { first: [FIRST, small, small], next: NEXT }
    const pages = placeBlocks([block(300), block(40), block(60)], regions)
    expect(pages.map((page) => page.length)).toEqual([1, 1, 0, 1])
  })

  it('lets what belongs to a later panel wait for it', () => {
    const pages = placeBlocks([block(10), block(10, { notBefore: 2 }), block(10)], REGIONS)
    expect(pages.map((page) => page.length)).toEqual([1, 0, 2])
  })
})
