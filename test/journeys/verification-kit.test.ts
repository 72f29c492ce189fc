import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityProblems, DESK, newVisitor, PHONE, sidewaysOverflow } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('The verification kit, with the server out of reach', (world) => {
  let folder = ''
  let kit = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-kit-'))
    kit = join(folder, 'kit')
    await world.server.run('revoke', revoked().id, '--reason', 'content-wrong')
    await world.server.run('export', 'verification-kit', '--out', kit)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const credential = (index: number) => {
    const found = world.server.files.credentials[index]
    if (found === undefined) throw new Error('the demonstration has too few credentials')
    return found
  }
  const good = () => credential(0)
  const revoked = () => credential(1)

  /** The kit's page in a browser without network; `asked` are the addresses it wanted. */
  async function openKit(viewport = DESK, name = 'index.html') {
    const page = await newVisitor(world.browser, world.server, { viewport })
    await page.context().setOffline(true)
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(pathToFileURL(join(kit, name)).href)
    return { page, asked, complaints }
  }

  async function verdictOn(page: Page, source: { file: string } | { text: string }): Promise<string | null> {
    if ('file' in source) await page.getByLabel(t('kit.fileLabel')).setInputFiles(source.file)
    else await page.getByLabel(t('kit.textLabel')).fill(source.text)
    await page.getByRole('button', { name: t('kit.action') }).click()
    const verdict = page.locator('[data-verdict]')
    await verdict.waitFor()
    return verdict.getAttribute('data-verdict')
  }

  test('A credential handed over is verified, with its holder, its skills and the age of what is known', async () => {
    const { page, asked, complaints } = await openKit()
    const { file, learner } = good()
    expect(await verdictOn(page, { file })).toBe('verified')
    const answer = page.getByRole('region', { name: t('kit.answer') })
    await answer.getByRole('heading', { name: t('verdict.verified.title') }).waitFor()
    const said = await answer.innerText()
    const { name, issuer } = JSON.parse(await readFile(file, 'utf8')) as {
      name: string
      issuer: { name: string }
    }
    for (const words of [learner, name, issuer.name, 'Révocation vérifiée au', t('verdict.voiceAttested')])
      expect(said).toContain(words)
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  test('A passport is read out of its PDF, and tells which of its parts was withdrawn', async () => {
    const { page, complaints } = await openKit(PHONE)
    const passport = world.server.files.passports.find(({ learner }) => learner === revoked().learner)
    if (passport === undefined) throw new Error('no passport')
    expect(await verdictOn(page, { file: passport.file })).toBe('verified')
    const answer = page.getByRole('region', { name: t('kit.answer') })
    const said = await answer.innerText()
    expect(said).toContain(passport.learner)
    expect(said).toContain(t('kit.fallen'))
    expect(said).toContain(t('verdict.revoked.title'))
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(complaints).toEqual([])
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  test('A tampered credential is refused, a withdrawn one withdrawn, and neither tells anything as true', async () => {
    const { page } = await openKit(PHONE)
    const { file, learner } = good()
    const text = await readFile(file, 'utf8')
    expect(await verdictOn(page, { text: text.replaceAll(learner, 'Quelqu’un d’Autre') })).toBe(
      'not-authentic',
    )
    expect(await page.locator('#answer').innerText()).not.toContain('Quelqu’un')
    expect(await verdictOn(page, { file: revoked().file })).toBe('revoked')
    expect(await page.locator('#answer').innerText()).not.toContain(revoked().learner)
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  test('What is no credential gets one clear sentence, what nobody here issued is not called false', async () => {
    const { page } = await openKit(DESK, 'en.html')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByRole('alert').getByText('Choose a file').waitFor()
    await page.locator('#field-document').fill('{"half": ')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByRole('alert').getByText('We cannot read this text').waitFor()
    await page.locator('#field-file').setInputFiles(join(kit, 'kit', 'img', 'favicon.svg'))
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByRole('alert').getByText('We cannot read this text').waitFor()
    const issuer = 'did:web:elsewhere.example'
    const text = (await readFile(good().file, 'utf8')).replaceAll(/did:key:z6Mk\w+(?=#|")/g, issuer)
    await page.locator('#field-document').fill(text)
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.locator('[data-verdict="unverifiable-now"]').waitFor()
    await page.context().close()
  })
})
