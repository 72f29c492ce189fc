import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { encodeQr, QUIET_ZONE } from '../../server/platform/qr/index.ts'
import {
  accessibilityProblems,
  newVisitor,
  openBrowser,
  PHONE,
  sidewaysOverflow,
} from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { proofOf } from '../support/paper-proof.ts'
import { readyOffline } from '../support/ready-offline.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('Scanning with the camera', (world) => {
  let folder = ''
  let films = 0
  let filmed: Browser | undefined
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-scan-'))
  })
  afterEach(async () => {
    await filmed?.close()
    filmed = undefined
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** « Vérifier » on a telephone whose camera films a paper with this QR code, or a blank one. */
  async function verifyBefore(text: string | undefined, options: { allowed?: boolean } = {}) {
    const film = join(folder, `${++films}.y4m`)
    await writeFile(film, filmOf(text))
    filmed = await openBrowser([
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
      ...(options.allowed === false ? ['--deny-permission-prompts'] : ['--use-fake-ui-for-media-stream']),
    ])
    const page = await newVisitor(filmed, world.server, { viewport: PHONE })
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto('/verify')
    return { page, asked, complaints }
  }
  const scan = (page: Page) => page.getByRole('button', { name: t('scan.open') }).click()
  const passport = () => world.server.files.passports[0] ?? { code: '', learner: '', url: '' }

  test('A paper held before the camera leads to its verdict, by nothing but our own server', async () => {
    const { code, learner } = passport()
    const digits = '1'.repeat(60)
    const { page, asked, complaints } = await verifyBefore(
      `${world.server.url.toUpperCase()}/V/${code}#${digits}`,
    )
    // what reads codes is heavy: nobody loads it who does not scan
    expect(asked.filter((url) => /scan-reader|\.wasm/.test(url))).toEqual([])
    await scan(page)
    await page.waitForURL(`**/v/${code}#${digits}`)
    await page.getByText(learner).first().waitFor()
    expect(asked.filter((url) => /\/assets\/wasm\/qr-reader\.wasm\?v=/.test(url))).toHaveLength(1)
    expect(asked.filter((url) => new URL(url).origin !== world.server.url)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('A credential in a code is verified as if it had been pasted', async () => {
    const { page } = await verifyBefore('{"type":["VerifiableCredential"],"issuer":"did:example:nobody"}')
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await scan(page)
    expect((await answer).url()).toBe(`${world.server.url}/verify`)
  })

  test.each([
    ['https://passerelle-verify.example/v/7K3M9QWX2FHT', 'scan.address'],
    ['Rendez-vous salle 3', 'scan.text'],
  ] as const)('%s is shown as what it is and never opened', async (text, sentence) => {
    const { page, asked } = await verifyBefore(text)
    await scan(page)
    await page.getByText(t(sentence)).waitFor()
    await page.getByText(text, { exact: true }).waitFor()
    expect(page.url()).toBe(`${world.server.url}/verify`)
    expect(asked.filter((url) => new URL(url).origin !== world.server.url)).toEqual([])
    expect(await filming(page)).toBe(false)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  test('The camera films only while somebody looks: the keyboard opens it, Escape or another page closes it', async () => {
    const { page } = await verifyBefore(undefined)
    const opener = page.getByRole('button', { name: t('scan.open') })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByText(t('scan.looking')).waitFor()
    expect(await filming(page)).toBe(true)
    expect(await page.getByRole('button', { name: t('scan.close') }).evaluate(hasFocus)).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.keyboard.press('Escape')
    expect(await filming(page)).toBe(false)
    expect(await opener.evaluate(hasFocus)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText(t('scan.looking')).waitFor()
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect(await filming(page)).toBe(false)
  })

  test('Refused the camera, the page says what to do instead', async () => {
    const { page } = await verifyBefore(undefined, { allowed: false })
    await scan(page)
    await page.getByText(t('scan.denied')).waitFor()
    await page.getByRole('button', { name: t('scan.open') }).waitFor()
  })

  test('Without a camera in the browser, or without a script, nothing is offered that does nothing', async () => {
    const page = await newVisitor(world.browser, world.server, { viewport: PHONE })
    await page.addInitScript(() => {
      delete (Navigator.prototype as { mediaDevices?: unknown }).mediaDevices
    })
    await page.goto('/verify')
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('button', { name: t('scan.open') }).isVisible()).toBe(false)
    await page.context().close()
  })

  test('Once used, the scanner works without network too, and the paper’s own proof is believed', async () => {
    const { code } = passport()
    const digits = await world.server.beside((services) => proofOf(services, code))
    const { page } = await verifyBefore(`${world.server.url.toUpperCase()}/V/${code}#${digits}`)
    await page.goto(`/v/${code}#${digits}`)
    await readyOffline(page)
    const isKept = () =>
      page.evaluate(
        async () => (await caches.match('/assets/wasm/qr-reader.wasm', { ignoreSearch: true })) !== undefined,
      )
    // a first visit does not fetch what is heavy
    expect(await isKept()).toBe(false)
    await page.goto('/verify')
    await scan(page)
    await page.waitForURL(`**/v/${code}#${digits}`)
    expect(await isKept()).toBe(true)
    await page.context().setOffline(true)
    await page.goto('/verify')
    await page.locator('#here').waitFor()
    await scan(page)
    await page.waitForURL(`**/v/${code}#${digits}`)
    const verdict = page.locator('#here [data-verdict]')
    await verdict.waitFor()
    expect(await verdict.getAttribute('data-verdict')).toBe('verified')
  })

  test('Camera and WebAssembly are this page’s alone', async () => {
    const headersOf = async (path: string) => (await fetch(`${world.server.url}${path}`)).headers
    const [here, elsewhere] = [await headersOf('/verify'), await headersOf('/')]
    expect(here.get('permissions-policy')).toContain('camera=(self)')
    expect(here.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(elsewhere.get('permissions-policy')).toContain('camera=()')
    expect(elsewhere.get('content-security-policy')).toContain("script-src 'self';")
    for (const name of ['qr-reader', 'autre'])
      expect((await fetch(`${world.server.url}/assets/wasm/${name}.wasm`)).status).toBe(
        name === 'qr-reader' ? 200 : 404,
      )
  })
})

const hasFocus = (element: Element): boolean => element === document.activeElement

const filming = (page: Page): Promise<boolean> =>
  page
    .locator('[data-scan-video]')
    .evaluate((video: HTMLVideoElement) => video.srcObject !== null && video.checkVisibility())

const [WIDTH, HEIGHT] = [640, 480]
const [LIGHT, DARK, GREY] = [220, 40, 128]

/** A film of one picture (YUV4MPEG2): a paper with the symbol in its middle. */
function filmOf(text: string | undefined): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, LIGHT)
  if (text !== undefined) drawSymbol(light, text)
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colours])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame])
}

function drawSymbol(picture: Buffer, text: string): void {
  const { size, dark } = encodeQr(text)
  const module = Math.floor((HEIGHT * 0.8) / (size + 2 * QUIET_ZONE))
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - size * module) / 2))
  for (let y = 0; y < size * module; y++)
    for (let x = 0; x < size * module; x++)
      if (dark(Math.floor(y / module), Math.floor(x / module)))
        picture[((top ?? 0) + y) * WIDTH + (left ?? 0) + x] = DARK
}
