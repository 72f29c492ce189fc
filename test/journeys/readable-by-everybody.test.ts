import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  accessibilityProblems,
  DESK,
  newStaff,
  newVisitor,
  PHONE,
  sidewaysOverflow,
} from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'

const WRONG_FILE = 'Nom;Prénom;Équipe internationale\nSabatier;Élise;7\n'
const RIGHT_FILE = WRONG_FILE.replace('7', '3')

/** Each page at the width of a small phone and of a desk: WCAG 2.2 AA, nothing sideways, nothing the CSP refused. */
withBrowser('Every page can be read by everybody', (world) => {
  test('For young people and employers: home, slip, verdict, verification', async () => {
    const { browser, server } = world
    const page = await newVisitor(browser, server, { viewport: PHONE })
    const refused = refusals(page)
    const verdict = server.files.passports[0]
    const withdrawn = server.files.passports[1]
    if (verdict === undefined || withdrawn === undefined)
      throw new Error('the demonstration made no passport')
    await server.run('revoke', withdrawn.code, '--reason', 'issued-in-error')
    for (const path of [
      '/',
      '/login',
      '/login/forgotten',
      server.slipUrl,
      '/me/show',
      '/s',
      verdict.url,
      server.files.credentials[0]?.url ?? '',
      withdrawn.url,
      '/v/0000000000000',
      '/verify',
      '/achievements/EQUIPE',
      '/nowhere',
    ]) {
      await page.goto(path)
      await expectReadable(page, path === verdict.url ? 'phone and desk' : 'phone')
    }
    expect(refused).toEqual([])
    await page.context().close()
  })

  test('For trainers: sessions, grid, a learner, an import with problems and without, before and after signing', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer', { viewport: PHONE })
    const refused = refusals(page)
    await expectReadable(page)
    await page.getByRole('link', { name: /Aurillac/ }).click()
    const session = page.url()
    await expectReadable(page, 'phone and desk')
    await page.getByRole('link', { name: 'Inès Benali' }).first().click()
    await expectReadable(page)
    await page.getByRole('link', { name: t('sessions.evidence') }).click()
    await expectReadable(page)

    for (const file of [WRONG_FILE, RIGHT_FILE]) {
      await page.goto(`${session}/import`)
      await page
        .getByLabel(t('imports.fileLabel'))
        .setInputFiles({ name: 'retour.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
      await page.getByRole('button', { name: t('imports.check') }).click()
      await page.getByRole('heading', { level: 1, name: t('imports.planTitle') }).waitFor()
      await expectReadable(page, 'phone and desk')
    }

    for (const path of [
      `${session}/sign`,
      `${session}/trainers`,
      '/slips',
      '/organisation',
      '/sessions/new',
    ]) {
      await page.goto(path)
      await expectReadable(page)
    }
    await page.goto('/sessions')
    await page.getByRole('link', { name: /Vichy/ }).click()
    await page.getByRole('heading', { name: t('sessions.signedHeading') }).waitFor()
    await expectReadable(page)
    expect(refused).toEqual([])
    await page.context().close()
  })

  test('For the people who run the platform', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'admin', { viewport: PHONE })
    const refused = refusals(page)
    for (const path of ['/admin', '/admin/invitations', '/admin/clients', '/admin/clients/new']) {
      await page.goto(path)
      await expectReadable(page)
    }
    await page.getByLabel(t('clients.name')).fill('Portail de la Région')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: t('clients.create') }).click()
    await page.getByLabel(t('clients.token')).waitFor()
    await expectReadable(page)
    await page.goto('/admin/clients')
    await expectReadable(page, 'phone and desk')
    for (const act of ['clients.rotate', 'clients.disable'] as const)
      await followed(page, '/admin/clients', t(act))

    await page.goto('/admin')
    await page
      .getByRole('link', { name: t('structures.manage') })
      .first()
      .click()
    await expectReadable(page, 'phone and desk')
    const structure = new URL(page.url()).pathname
    for (const act of ['structures.detailsLink', 'structures.close', 'structures.merge'] as const)
      await followed(page, structure, t(act))
    await page.getByRole('button', { name: t('structures.mergeContinue') }).click()
    await page.getByLabel(t('structures.mergeType')).waitFor()
    await expectReadable(page)

    await page.goto('/admin/keys')
    await expectReadable(page, 'phone and desk')
    for (const act of ['keys.newKey', 'keys.retire', 'keys.compromise'] as const)
      await followed(page, '/admin/keys', t(act))
    expect(refused).toEqual([])
    await page.context().close()
  })
})

/** Looks at the page as it stands on a phone and, where it is laid out otherwise there, on a desk. */
async function expectReadable(page: Page, places: 'phone' | 'phone and desk' = 'phone'): Promise<void> {
  const where = new URL(page.url()).pathname
  await page.setViewportSize(PHONE)
  expect(await sidewaysOverflow(page), `${where} is wider than a phone`).toBe(0)
  expect(await accessibilityProblems(page), where).toEqual([])
  if (places === 'phone') return
  await page.setViewportSize(DESK)
  expect(await accessibilityProblems(page), where).toEqual([])
  await page.setViewportSize(PHONE)
}

/** Looks at the page behind the first such link. */
async function followed(page: Page, from: string, link: string): Promise<void> {
  await page.goto(from)
  await page.getByRole('link', { name: link }).first().click()
  await page.waitForURL((address) => address.pathname !== from)
  await expectReadable(page)
}

/** Collects what the content security policy refuses, and scripts that break: nothing of ours should. */
function refusals(page: Page): string[] {
  const refused: string[] = []
  page.on('pageerror', (error) => refused.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  return refused
}
