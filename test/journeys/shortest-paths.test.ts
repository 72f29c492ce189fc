import { expect, test } from 'vitest'
import { openPdf, readQrCodes } from '../holder/passports/open-pdf.ts'
import { download, newStaff, newVisitor, PHONE } from '../support/browser.ts'
import { countTaps } from '../support/count-taps.ts'
import { t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'

// The paths we hold ourselves to, by the fingers that touched the glass: what a script does, or a page that is simply
// opened, is nobody's tap.
withBrowser('The shortest paths', (world) => {
  test('An employer: one scan of the paper, no tap, and the verdict with the name', async () => {
    const { browser, server } = world
    const [passport] = server.files.passports
    const someone = await newVisitor(browser, server)
    // the young person's own copy is what an employer holds
    await someone.goto(server.slipUrl)
    const { bytes } = await download(someone, '/me/passport.pdf')
    const { pages } = await openPdf(bytes, 2)
    const codes = (await Promise.all(pages.map(readQrCodes))).flat()
    const phone = await newVisitor(browser, server, { viewport: PHONE })
    const hands = await countTaps(phone.context())
    await phone.goto(codes[0] ?? '')
    await phone.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    await phone
      .getByText(passport?.learner ?? '')
      .first()
      .waitFor()
    expect(hands).toEqual({ taps: 0, keys: 0 })
    await phone.context().close()
    await someone.context().close()
  })

  test('A young person: one scan of the slip, no tap, and the passport with its code to show', async () => {
    const { browser, server } = world
    const phone = await newVisitor(browser, server, { viewport: PHONE })
    const hands = await countTaps(phone.context())
    await phone.goto(server.slipUrl)
    await phone.getByText(t('holder.showHint')).waitFor()
    expect(hands).toEqual({ taps: 0, keys: 0 })
    await phone.context().close()
  })

  test('A trainer: twelve young people, five competences and more, signed and printed in four taps', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'trainer')
    await page.goto('/sessions')
    const hands = await countTaps(page.context())
    await page.reload()
    await page.getByRole('link', { name: /Aurillac/ }).click()
    expect(await page.locator('.grid tbody tr').count()).toBe(12)
    await page.getByRole('button', { name: t('sessions.confirmAll') }).click()
    // what will be signed is in sight before it is
    const sign = page.locator('[data-signing] button[type="submit"][aria-disabled="false"]')
    await sign.click()
    await page.getByRole('heading', { name: t('sessions.signedHeading') }).waitFor()
    const print = page.getByRole('link', { name: t('grid.printPeople', { count: 12 }) })
    const printed = page
      .context()
      .waitForEvent('response', (answer) => answer.url().includes('passports.pdf'))
    await print.click()
    expect((await printed).status()).toBe(200)
    expect(hands).toEqual({ taps: 4, keys: 0 })
    await page.context().close()
  })
})
