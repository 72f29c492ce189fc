import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHAPTERS } from '../pages/every-page.ts'
import type { Chapter, ShownPage } from '../pages/shown-page.ts'
import { DOCS } from './pictures.ts'

const INTRODUCTION = `# Le tour de Passerelle

Chaque page, sur un téléphone (360 pixels) et sur un ordinateur (1280), dans l’ordre des journées de celles et ceux qui s’en
servent. Les personnes et les structures sont inventées. \`npm run screenshots\` refait ces images et cette page.`

/** The gallery: one line a page, phone and desk side by side. */
export async function writeTour(): Promise<void> {
  const contents = CHAPTERS.map(
    ({ title, pages }) => `- [${title}](#${anchorOf(title)}) (${pages.length} pages)`,
  )
  const parts = [INTRODUCTION, contents.join('\n'), ...CHAPTERS.map(chapter)]
  await writeFile(join(DOCS, 'tour.md'), `${parts.join('\n\n')}\n`)
}

const chapter = ({ title, pages }: Chapter): string => [`## ${title}`, ...pages.map(entry)].join('\n\n')

function entry({ name, title }: ShownPage): string {
  const image = (width: number, shown: number): string =>
    `<img src="screenshots/tour/${name}-${width}.webp" width="${shown}" alt="${title} (${width} px)">`
  return `**${title}**\n\n${image(360, 220)} ${image(1280, 600)}`
}

/** As code hosts make them of a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/gu, '-')
