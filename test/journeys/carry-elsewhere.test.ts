import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor, PHONE } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('Carrying it elsewhere', (world) => {
  async function phoneWithSlip(): Promise<Page> {
    const phone = await newVisitor(world.browser, world.server, { viewport: PHONE })
    await phone.goto(world.server.slipUrl)
    await phone.waitForURL((address) => address.pathname === '/me')
    return phone
  }

  /** A file as it arrives on the telephone. */
  async function downloaded(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const arriving = page.waitForEvent('download')
    await page.getByRole('link', { name }).first().click()
    const download = await arriving
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  test('A young person keeps a badge as two files, and LinkedIn is told nothing before the tap', async () => {
    const phone = await phoneWithSlip()
    const asked: string[] = []
    phone.on('request', (request) => asked.push(new URL(request.url()).host))
    await phone.getByRole('link', { name: t('wallet.download'), exact: true }).click()
    await expectReadable(phone)
    await phone.getByRole('link', { name: t('wallet.badgesLink') }).click()
    await phone.getByRole('heading', { level: 1, name: t('badges.title') }).waitFor()
    await expectReadable(phone)
    const picture = phone.getByRole('img', { name: /^Badge/ }).first()
    await picture.scrollIntoViewIfNeeded()
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(208)
    const png = await downloaded(phone, new RegExp(`^${t('badges.png').replace(/[()]/g, '\\$&')}`))
    expect(png.name).toMatch(/^Badge.*\.png$/)
    expect(png.bytes.includes('openbadgecredential')).toBe(true)
    const svg = await downloaded(phone, new RegExp(`^${t('badges.svg').replace(/[()]/g, '\\$&')}`))
    expect(svg.bytes.toString('utf8')).toContain('<openbadges:credential>')

    const link = phone.getByRole('link', { name: t('badges.linkedIn') }).first()
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await link.getAttribute('href')).toContain('startTask=CERTIFICATION_NAME')
    expect(new Set(asked)).toEqual(new Set([new URL(world.server.url).host]))
    await phone.context().close()
  })

  test('They take the file for Europass along, told plainly what it is not', async () => {
    const phone = await phoneWithSlip()
    await phone.goto('/me/download')
    await phone.getByRole('link', { name: t('europass.title') }).click()
    await phone.getByText(t('europass.not')).waitFor()
    await expectReadable(phone)
    const file = await downloaded(phone, t('europass.get'))
    expect(file.name).toMatch(/^Europass.*\.jsonld$/)
    expect(JSON.parse(file.bytes.toString('utf8'))).toMatchObject({
      type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    })
    await phone.context().close()
  })

  test('They read how often their passport was opened, where the employer left no trace', async () => {
    const phone = await phoneWithSlip()
    await phone.getByText(t('wallet.openedHint')).waitFor()
    await expectReadable(phone)
    const address = await phone.getByRole('link', { name: t('holder.employerView') }).getAttribute('href')
    const employer = await newVisitor(world.browser, world.server, { viewport: PHONE })
    expect((await employer.goto(address ?? ''))?.status()).toBe(200)
    expect(await employer.context().cookies()).toEqual([])
    await employer.context().close()
    await phone.goto('/me/shares')
    await phone.getByRole('heading', { name: t('wallet.openedTitle') }).waitFor()
    await expectReadable(phone)
    await phone.context().close()
  })
})
