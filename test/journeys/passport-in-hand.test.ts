import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeQr, QUIET_ZONE } from '../../server/platform/qr/index.ts'
import { photograph } from '../holder/passports/camera.ts'
import { findQrCode, openPdf, readQrCodes } from '../holder/passports/open-pdf.ts'
import { download, newStaff, newVisitor, PHONE, sidewaysOverflow } from '../support/browser.ts'
import type { DemoServer } from '../support/demo-server.ts'
import { competence, t } from '../support/french-words.ts'
import { readyOffline } from '../support/ready-offline.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('The passport, once it has left the room', (world) => {
  const passportOf = (learner: string): DemoServer['files']['passports'][number] => {
    const found = world.server.files.passports.find((passport) => passport.learner === learner)
    if (found === undefined) throw new Error(`${learner} has no passport`)
    return found
  }

  test('A young person opens the slip on a phone, shows the code, keeps the PDF; a new slip ends the old one', async () => {
    const { browser, server } = world
    const phone = await newVisitor(browser, server, { viewport: PHONE, scale: 2 })
    await phone.goto(server.slipUrl)
    const hello = await phone.getByRole('heading', { level: 1 }).innerText()
    const mine = server.files.passports.find(({ learner }) => hello === greeting(learner))
    if (mine === undefined) throw new Error(`no passport for the one greeted by: ${hello}`)
    expect(await sidewaysOverflow(phone)).toBe(0)

    const { type, bytes } = await download(phone, '/me/passport.pdf?lang=fr')
    expect(type).toContain('application/pdf')
    expect((await openPdf(bytes, 0.3)).texts.join(' ')).toContain(mine.learner)

    await phone.getByRole('link', { name: t('wallet.show') }).click()
    await phone.getByText(mine.learner).waitFor()
    expect(await codesOnScreen(await phone.screenshot())).toContain(
      `${server.url.toUpperCase()}/V/${mine.code}`,
    )

    const [name, ...family] = mine.learner.split(' ')
    const trainer = await newStaff(browser, server, 'trainer')
    await trainer.getByRole('link', { name: t('common.slips') }).click()
    await trainer.getByLabel(t('holder.lostGivenName')).fill(name ?? '')
    await trainer.getByLabel(t('holder.lostFamilyName'), { exact: true }).fill(family.join(' '))
    await trainer.getByRole('button', { name: t('holder.lostSubmit') }).click()
    await trainer.getByRole('button', { name: t('holder.lostReissue') }).click()
    await trainer.getByText(t('holder.reissuedLede')).waitFor()
    const [next] = await codesOnScreen(await trainer.screenshot())

    const old = await phone.goto(server.slipUrl)
    expect(old?.status()).toBe(410)
    await phone.getByRole('heading', { name: t('holder.replacedTitle') }).waitFor()
    await phone.getByText(t('holder.replaced')).waitFor()
    await phone.goto(next ?? '')
    await phone.getByRole('heading', { level: 1, name: hello }).waitFor()
    await phone.context().close()
    await trainer.context().close()
  })

  test('An employer scans the printed code, reads that it is true and who says so, and learns when it is withdrawn', async () => {
    const { browser, server } = world
    const { code, file } = passportOf('Inès Benali')
    const [cover] = (await openPdf(await readFile(file), 2)).pages
    if (cover === undefined) throw new Error('a passport without a page')
    const [scanned] = await readQrCodes(cover)
    expect(scanned).toMatch(`${server.url.toUpperCase()}/V/${code}`)

    const phone = await newVisitor(browser, server, { viewport: PHONE })
    await phone.goto(scanned ?? '')
    await phone.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    await phone.getByRole('heading', { name: 'Inès Benali', exact: true }).waitFor()
    const page = await phone.getByRole('main').innerText()
    for (const words of [
      competence('EQUIPE'),
      'avec initiative',
      t('verdict.voiceAttested'),
      t('verdict.voiceConfirmed'),
      'Karim Le Goff, Mission locale de Vichy',
      'Tischlerei Hansen',
      'Brême, Allemagne',
    ])
      expect(page).toContain(words)
    const write = phone.getByRole('link', { name: t('verdict.writeTo') })
    expect(await write.getAttribute('href')).toContain('mailto:mobilite@ml-vichy.example')
    // nobody follows the employer
    expect(await phone.context().cookies()).toEqual([])

    await server.run('revoke', code, '--reason', 'content-wrong')
    await phone.reload()
    await phone.getByRole('heading', { level: 1, name: t('verdict.revoked.title') }).waitFor()
    const withdrawn = await phone.getByRole('main').innerText()
    expect(withdrawn).toContain(t('verdict.reason.content-wrong'))
    expect(withdrawn).not.toContain(competence('EQUIPE'))
    await phone.context().close()
  })

  test('A crumpled grey print, photographed badly, leads to « verified » with network and without', async () => {
    const { browser, server } = world
    const { code, file, learner } = passportOf('Yanis Rahmani')
    const scanned = await readCrumpled(await readFile(file))
    expect(scanned).toMatch(new RegExp(`^${server.url.toUpperCase()}/V/${code}#\\d+$`))

    const phone = await newVisitor(browser, server, { viewport: PHONE })
    await phone.goto(scanned)
    await phone.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    await phone.locator('[data-meeting="agree"]').waitFor()
    await readyOffline(phone)

    await phone.context().setOffline(true)
    await phone.goto('about:blank')
    await phone.goto(scanned)
    const verdict = phone.locator('#here [data-verdict]')
    await verdict.waitFor()
    expect(await verdict.getAttribute('data-verdict')).toBe('verified')
    const said = await phone.getByRole('main').innerText()
    expect(said).toContain(learner)
    expect(said).toContain(t('phone.here'))
    await phone.context().close()
  })
})

/** What a telephone reads from a grey sheet that was folded across its code and turned, in poor light. */
async function readCrumpled(pdf: Uint8Array): Promise<string> {
  const scale = 5
  const [page] = (await openPdf(pdf, scale)).pages
  if (page === undefined) throw new Error('a passport without a page')
  const [text] = await readQrCodes(page)
  const { centre, side } = await findQrCode(page)
  const { size } = encodeQr(text ?? '')
  const sheet = { centre, module: side / size, modules: size + 2 * QUIET_ZONE }
  for (let frame = 0; frame < 3; frame++) {
    const [read] = await readQrCodes(photograph(page, { ...sheet, seen: 4, degrees: 17, sheet: 1, frame }))
    if (read !== undefined) return read
  }
  throw new Error('nothing was read')
}

/** How the page greets somebody by their given name. */
const greeting = (learner: string): string => t('holder.greeting', { name: learner.split(' ')[0] ?? '' })

/** What a camera held in front of the screen reads. */
async function codesOnScreen(screenshot: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return readQrCodes({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })
}
