// Makes the web fonts of this folder from the TTF files of @expo-google-fonts/atkinson-hyperlegible:
// `node templates/assets/fonts/make-fonts.mjs`. Of each weight one file with the letters of the languages that every page
// speaks, and one with all others, which a browser fetches only for a name that has them (`unicode-range` in site.css).
// Hinting is dropped: no phone uses it.
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const SOURCE = 'node_modules/@expo-google-fonts/atkinson-hyperlegible'
const WEIGHTS = {
  regular: '400Regular/AtkinsonHyperlegible_400Regular.ttf',
  bold: '700Bold/AtkinsonHyperlegible_700Bold.ttf',
}

/** Inclusive ranges of code points. Those of `usual` are written in site.css too. */
const USUAL = [[0x20, 0x7e], [0xa0, 0xff], [0x2010, 0x2027], [0x202f, 0x202f], [0x2039, 0x203a]]
const USUAL_LETTERS = 'ŒœŸĄąĆćĘęŁłŃńŚśŹźŻż€™←→−×'
const EVERYTHING = [[0x20, 0x24f], [0x2c6, 0x2dd], [0x1e00, 0x1eff], [0x2000, 0x22ff], [0xfb00, 0xfb06]]

const textOf = (ranges) =>
  ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('')).join('')

const usual = textOf(USUAL) + USUAL_LETTERS
const others = Array.from(textOf(EVERYTHING)).filter((letter) => !usual.includes(letter)).join('')

for (const [weight, source] of Object.entries(WEIGHTS)) {
  const font = readFileSync(`${SOURCE}/${source}`)
  for (const [part, letters] of [['', usual], ['-others', others]]) {
    const bytes = await subsetFont(font, letters, { targetFormat: 'woff2', noHinting: true })
    const file = new URL(`atkinson-hyperlegible-${weight}${part}.woff2`, import.meta.url)
    writeFileSync(file, bytes)
    console.log(file.pathname, bytes.length)
  }
}
