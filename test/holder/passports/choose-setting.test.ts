import { describe, expect, it } from 'vitest'
import { chooseSetting, type Setting } from '../../../server/holder/passports/layout/choose-setting.ts'
import type { Block } from '../../../server/holder/passports/layout/place-blocks.ts'

const FIRST = { top: 200, bottom: 500 }
const NEXT = { top: 0, bottom: 600 }

const block = (height: number, opens = false): Block => ({ height, opens, draw: () => undefined })
const setting = (...blocks: Block[]): Setting[] => [
  { blocks, regions: { first: [FIRST], next: NEXT }, pages: 1 },
]

describe('choosing how generously a passport is set', () => {
  it('takes the most generous spacing that keeps it to one page', () => {
    const { setting: chosen, pages } = chooseSetting([4, 3, 2], (size) => setting(block(size * 100)))
    expect(chosen.blocks[0]?.height).toBe(300)
    expect(pages).toHaveLength(1)
  })

  it('never turns a page for a line or two: a whole section goes over with them', () => {
    const list = Array.from({ length: 5 }, (_, index) => block(30, index === 0))
    const quote = block(120, true)
    const { pages } = chooseSetting([1], () => setting(...list, quote, block(60, true)))
    expect(pages.map((page) => page.length)).toEqual([5, 2])
    expect(pages[1]?.[0]?.block).toBe(quote)
  })

  it('cuts a section in two only when it is longer than a page', () => {
    const list = Array.from({ length: 12 }, (_, index) => block(60, index === 0))
    const { pages } = chooseSetting([1], () => setting(...list, block(40, true)))
    expect(pages.map((page) => page.length)).toEqual([5, 8])
  })

  it('keeps everything, whatever the spacing', () => {
    const blocks = Array.from({ length: 40 }, (_, index) => block(20 + ((index * 37) % 80), index % 4 === 0))
    const { pages } = chooseSetting([1, 2], () => setting(...blocks))
    expect(pages.flat().map(({ block: placed }) => placed)).toEqual(blocks)
  })

  it('fills the two sides of the inside as evenly as it can while there are panels left', () => {
    const panel = { top: 0, bottom: 100 }
    const list = Array.from({ length: 4 }, (_, index) => block(20, index === 0))
    const voices = [block(15, true), block(40, true)]
    const { pages } = chooseSetting([1], () => [
      {
        blocks: [...list, ...voices],
        regions: { first: [panel, panel, panel], next: panel },
        pages: 3,
        even: 2,
      },
    ])
    expect(pages.map((page) => page.length)).toEqual([4, 2])
  })
})
