import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Language } from '../../../server/kernel/locale.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { openPdf, readQrCodes } from '../../holder/passports/open-pdf.ts'
import { newVisitor } from '../browser.ts'
import type { DemoServer } from '../demo-server.ts'
import { makeEveryVerdict, VERDICT_CASES, type VerdictCase } from '../every-verdict.ts'
import { DOCS, OUT, photograph, saveWebp } from './pictures.ts'

const SHOWN: readonly Language[] = ['fr', 'de']
/** The first screen of a small phone, which is what an employer sees. */
const SMALL = { width: 360, viewport: { width: 360, height: 640 }, scale: 2 } as const
const WIDTH = 360

/** All that the page of a code can say, in two languages, into docs/screenshots/verdicts, and the page that shows them. */
export async function verdictPictures(browser: Browser, server: DemoServer): Promise<void> {
  await rm(join(OUT, 'verdicts'), { recursive: true, force: true })
  // a paper while every key is good; then everything that can happen to one
  await paperPictures(browser, server)
  const codes = await makeEveryVerdict(server)
  for (const language of SHOWN) {
    const visitor = await newVisitor(browser, server, { ...SMALL, locale: language })
    for (const verdict of VERDICT_CASES) {
      await visitor.goto(`/v/${codes[verdict]}`)
      await takePicture(visitor, `${verdict}-${language}`)
    }
    await visitor.context().close()
  }
  await writeFile(
    join(DOCS, 'verdicts.md'),
    `${[INTRODUCTION, ...VERDICT_CASES.map(entry), ...PAPER.map(pictures)].join('\n\n')}\n`,
  )
}

const INTRODUCTION = `# Ce que la page de vérification peut dire

Le premier écran d’un petit téléphone (360 sur 640 pixels), en français et en allemand\u00a0; la page parle sept langues. Les
personnes et les structures sont inventées. \`npm run screenshots -- verdicts\` refait ces images et cette page.`

/** A paper that is scanned: both voices, and the phone's alone once the network is gone. */
async function paperPictures(browser: Browser, server: DemoServer): Promise<void> {
  const address = await scannedCode(server)
  for (const language of SHOWN) {
    const visitor = await newVisitor(browser, server, { ...SMALL, locale: language })
    await visitor.goto(address)
    await visitor.locator('[data-meeting="agree"]').waitFor()
    await takePicture(visitor, `scanned-${language}`)
    await goOffline(visitor, language)
    await visitor.locator('#here [data-verdict]').waitFor()
    await takePicture(visitor, `offline-${language}`)
    await visitor.context().close()
  }
}

/** What is on the screen of a phone, twice as sharp. */
async function takePicture(visitor: Page, name: string): Promise<void> {
  const picture = sharp(await photograph(visitor, SMALL, 1)).resize({ width: 2 * WIDTH })
  await saveWebp(picture, `verdicts/${name}`)
}

/** The address that the code of a printed passport holds. */
async function scannedCode(server: DemoServer): Promise<string> {
  const [first] = server.files.passports
  const [page] = first === undefined ? [] : (await openPdf(await readFile(first.file), 3)).pages
  const [text] = page === undefined ? [] : await readQrCodes(page)
  if (text === undefined) throw new Error('no code was read')
  return text
}

/** The same address once more, without network. */
async function goOffline(visitor: Page, language: Language): Promise<void> {
  await visitor.waitForFunction(
    async (page) => (await caches.match(page)) !== undefined && navigator.serviceWorker.controller !== null,
    `/verify/here/${language}`,
  )
  await visitor.context().setOffline(true)
  await visitor.reload()
}

const PAPER = [
  { name: 'scanned', title: 'Le papier scanné\u00a0: deux voix' },
  { name: 'offline', title: 'Le même papier, sans réseau' },
] as const

function entry(verdict: VerdictCase): string {
  return pictures({ name: verdict, title: translator('fr')(`verdict.${verdict}.title`) })
}

function pictures({ name, title }: { readonly name: string; readonly title: string }): string {
  const image = (language: Language): string =>
    `<img src="screenshots/verdicts/${name}-${language}.webp" width="300" alt="${title} (${language})">`
  return `**${title}**\n\n${SHOWN.map(image).join(' ')}`
}
