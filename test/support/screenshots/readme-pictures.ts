import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openPdf, type Bitmap } from '../../holder/passports/open-pdf.ts'
import { downloadByForm, newStaff, newVisitor } from '../browser.ts'
import type { DemoServer } from '../demo-server.ts'
import { levelOf, t } from '../french-words.ts'
import { DOCS, photograph, savePng, SIZES, type Size } from './pictures.ts'

const SHEET = join(DOCS, 'modele-import.csv')
/** A whole page is shown down to this many screens. */
const TALLEST = 2.4
/** The young person whose passport has everything: three voices, an observation. */
const SOMEBODY = 'Inès Benali'

/** The pictures of the README, of the demonstration as it begins; the last of them withdraws a passport. */
export async function readmePictures(browser: Browser, server: DemoServer): Promise<void> {
  for (const size of SIZES) await pagesAt(browser, server, size)
  await papers(browser, server)
  await revoked(browser, server)
}

async function pagesAt(browser: Browser, server: DemoServer, size: Size): Promise<void> {
  const visitor = await newVisitor(browser, server, size)
  await visitor.goto('/')
  await shoot(visitor, 'home', size)
  await visitor.goto(server.slipUrl)
  await shoot(visitor, 'youth', size)
  await visitor.goto(passportOf(server, SOMEBODY).url)
  await shoot(visitor, 'verdict', size)

  const trainer = await newStaff(browser, server, 'trainer', size)
  await trainer.getByRole('link', { name: /Aurillac/ }).click()
  const grid = trainer.url()
  if (size === SIZES[0]) await trainer.getByRole('button', { name: t('sessions.confirmAll') }).click()
  else await makeExceptions(trainer)
  await trainer.goto(grid)
  await shoot(trainer, 'grid', size, 'window')
  await trainer.getByRole('link', { name: SOMEBODY }).first().click()
  await shoot(trainer, 'learner', size, 'window')
  await importOf(trainer, grid)
  await shoot(trainer, 'import', size, 'window')
  await visitor.context().close()
  await trainer.context().close()
}

/** The grid of the picture shows what makes it a grid: a level that differs, and one that is not there yet. */
async function makeExceptions(trainer: Page): Promise<void> {
  await trainer.getByLabel(levelOf('EQUIPE', SOMEBODY)).selectOption('4')
  await trainer.getByLabel(levelOf('ADAPTATION', 'Malo Kerouac')).selectOption('not-yet')
  await trainer
    .getByLabel(t('sessions.observationOf', { name: SOMEBODY }))
    .fill('A repris seule le plan d’un escalier et l’a expliqué en allemand.')
  await trainer.getByLabel(levelOf('EQUIPE', SOMEBODY)).focus()
  await trainer.getByText(t('grid.allSaved')).waitFor()
}

/** The dry run of the spreadsheet people start from. */
async function importOf(trainer: Page, session: string): Promise<void> {
  const text = await readFile(SHEET, 'utf8')
  await trainer.goto(`${session}/import`)
  await trainer.getByLabel(t('imports.fileLabel')).setInputFiles({
    name: 'retour.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await trainer.getByRole('button', { name: t('imports.check') }).click()
}

/** A sheet of slips, drawn by another engine than ours. */
async function papers(browser: Browser, server: DemoServer): Promise<void> {
  const trainer = await newStaff(browser, server, 'trainer')
  const href = await trainer.getByRole('link', { name: /Vichy/ }).getAttribute('href')
  await trainer.goto(href ?? '')
  const { bytes } = await downloadByForm(trainer.getByRole('button', { name: t('sessions.printSlips') }))
  await paper((await openPdf(bytes, 1.5)).pages[0], 'slip')
  await trainer.context().close()
}

/** What an employer sees once the structure has withdrawn a passport. */
async function revoked(browser: Browser, server: DemoServer): Promise<void> {
  const { code, url } = passportOf(server, 'Théo Girard')
  await server.run('revoke', code, '--reason', 'content-wrong')
  for (const size of SIZES) {
    const visitor = await newVisitor(browser, server, size)
    await visitor.goto(url)
    await shoot(visitor, 'verdict-revoked', size)
    await visitor.context().close()
  }
}

function passportOf(server: DemoServer, learner: string): DemoServer['files']['passports'][number] {
  const found = server.files.passports.find((one) => one.learner === learner)
  if (found === undefined) throw new Error('the demonstration made no such passport')
  return found
}

async function shoot(page: Page, name: string, size: Size, what: 'page' | 'window' = 'page'): Promise<void> {
  const picture = await photograph(page, size, what === 'page' ? TALLEST : 1)
  await say(`${name}-${size.width}`, savePng(sharp(picture), `${name}-${size.width}`))
}

async function paper(page: Bitmap | undefined, name: string): Promise<void> {
  if (page === undefined) throw new Error(`no such page: ${name}`)
  const { width, height } = page
  await say(name, savePng(sharp(page.data, { raw: { width, height, channels: 4 } }).flatten(), name))
}

async function say(name: string, saved: Promise<number>): Promise<void> {
  console.log(`${name}  ${Math.round((await saved) / 1000)} kB`)
}
