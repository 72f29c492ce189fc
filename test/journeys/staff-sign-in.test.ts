import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newStaff, newVisitor, signIn } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { tabTo } from './keyboard.ts'
import { withBrowser, type World } from './with-browser.ts'

/** A device with a key ring that recognises its owner and is touched at once. */
async function withKeyRing(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** The first three groups of a recovery code that the page shows. */
const codesOn = async (page: Page): Promise<string[]> =>
  (await page.locator('.recovery li').allInnerTexts()).map((text) => text.trim())

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('common.signOut') }).click()
  await heading(page, t('access.loginTitle')).waitFor()
}

const firstStep = async (page: Page, { server }: World, who: 'trainer' | 'coordinator' | 'admin') => {
  await page.goto('/login')
  await page.getByLabel(t('access.email')).fill(server.staff[who].email)
  await page.getByLabel(t('access.password'), { exact: true }).fill(server.password)
  await page.getByRole('button', { name: t('access.signIn'), exact: true }).click()
}

withBrowser(
  'Signing in',
  (world) => {
    test('A trainer adds an app without a mouse, and signs in with its code, then with a recovery code', async () => {
      const page = await newStaff(world.browser, world.server, 'trainer')
      const press = (key: string) => page.keyboard.press(key)
      await tabTo(page, page.getByRole('link', { name: new RegExp(t('signIn.securityLink')) }))
      await press('Enter')
      await heading(page, t('signIn.securityTitle')).waitFor()
      await expectReadable(page)
      await tabTo(page, page.getByRole('button', { name: t('signIn.appAdd') }))
      await press('Enter')
      await heading(page, t('signIn.appTitle')).waitFor()
      await expectReadable(page)
      await tabTo(page, page.getByText(t('signIn.appTyped')))
      await press('Enter')
      await expectReadable(page, 'the secret to type')
      const secret = (await page.locator('dd .code').innerText()).replaceAll(' ', '')
      const app = new TOTP({ secret })
      await tabTo(page, page.getByLabel(t('signIn.appCode')))
      await page.keyboard.type(app.generate())
      await press('Enter')
      await heading(page, t('signIn.codesTitle')).waitFor()
      await expectReadable(page, 'recovery codes')
      const codes = await codesOn(page)
      expect(codes).toHaveLength(10)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: t('signIn.codesDownload') }).click(),
      ])
      expect(file.suggestedFilename()).toBe('passerelle-codes-de-secours.txt')
      await tabTo(page, page.getByRole('link', { name: t('signIn.codesKept') }))
      await press('Enter')
      await page.getByText(t('signIn.factorsOn'), { exact: true }).waitFor()
      await expectReadable(page, 'security with an app')

      await signOut(page)
      await firstStep(page, world, 'trainer')
      await heading(page, t('signIn.codeTitle')).waitFor()
      await expectReadable(page)
      const code = page.getByLabel(t('signIn.codeLabel'), { exact: true })
      await code.fill('000000')
      await code.press('Enter')
      await page.getByText(t('signIn.codeRefused')).waitFor()
      await expectReadable(page, 'a wrong code')
      // the next step: the one before was used to add the app
      await tabTo(page, code)
      await page.keyboard.type(app.generate({ timestamp: Date.now() + 30_000 }))
      await press('Enter')
      await page.waitForURL('**/sessions')

      await signOut(page)
      await firstStep(page, world, 'trainer')
      await code.fill(codes[0] ?? '')
      await code.press('Enter')
      await page.waitForURL('**/sessions')
      await page.context().close()
    })

    test('A coordinator adds a passkey with a name and signs in with it alone', async () => {
      const page = await newStaff(world.browser, world.server, 'coordinator')
      await withKeyRing(page)
      await page.goto('/account/security')
      await tabTo(page, page.getByLabel(t('signIn.passkeyName')))
      await page.keyboard.type('téléphone')
      await page.keyboard.press('Enter')
      await heading(page, t('signIn.codesTitle')).waitFor()
      await page.getByRole('link', { name: t('signIn.codesKept') }).click()
      await page.getByText('téléphone').first().waitFor()
      await expectReadable(page, 'security with a passkey')

      await page.getByRole('button', { name: t('common.signOut') }).click()
      // the device offers its key while the address is typed, and this one is touched at once
      await page.waitForURL('**/sessions')
      await page.goto('/account/security')
      await page.getByText(t('signIn.way-passkey')).waitFor()

      await page.getByText(t('signIn.passkeyRemove')).first().click()
      await page.getByRole('button', { name: new RegExp(t('signIn.passkeyRemoveConfirm')) }).click()
      await page.getByText(t('signIn.passkeyRemoved')).waitFor()
      await page.context().close()
    })

    test('A passkey is the second step after a password', async () => {
      const page = await newStaff(world.browser, world.server, 'admin')
      await withKeyRing(page)
      await page.goto('/account/security')
      await page.getByRole('button', { name: t('signIn.passkeyAdd') }).click()
      await heading(page, t('signIn.codesTitle')).waitFor()
      // another browser of the same person, whose device has no key: the password comes first there
      const cookies = await page.context().cookies()
      expect(cookies.find(({ name }) => name.endsWith('passerelle_session'))?.httpOnly).toBe(true)
      await page.context().clearCookies()
      await page.route('**/login/passkey/begin', (route) => route.abort())
      await firstStep(page, world, 'admin')
      await heading(page, t('signIn.codeTitle')).waitFor()
      await expectReadable(page, 'second step with a passkey')
      await page.getByRole('button', { name: t('signIn.codeWithPasskey') }).click()
      await page.waitForURL('**/sessions')
      await page.context().close()
    })

    test('A mailed link signs in where it was asked for, by its button, without a mouse', async () => {
      const page = await newVisitor(world.browser, world.server)
      const press = (key: string) => page.keyboard.press(key)
      await page.goto('/login')
      await expectReadable(page)
      await tabTo(page, page.getByRole('link', { name: t('signIn.withLink') }))
      await press('Enter')
      await heading(page, t('signIn.linkTitle')).waitFor()
      await expectReadable(page)
      await tabTo(page, page.getByLabel(t('access.email')))
      await page.keyboard.type('maud@passerelle.example')
      await press('Enter')
      await heading(page, t('signIn.linkSentTitle')).waitFor()
      await expectReadable(page, 'link sent')
      const link = await linkInOutbox(world)

      const elsewhere = await newVisitor(world.browser, world.server)
      await elsewhere.goto(link)
      await heading(elsewhere, t('signIn.linkTitle-elsewhere')).waitFor()
      await expectReadable(elsewhere, 'link elsewhere')
      await elsewhere.context().close()

      await page.goto(link)
      await heading(page, t('signIn.linkTitle-here')).waitFor()
      await expectReadable(page, 'link here')
      await tabTo(page, page.getByRole('button', { name: t('signIn.linkFollow') }))
      await press('Enter')
      await page.waitForURL('**/sessions')
      await page.goto(link)
      await heading(page, t('signIn.linkTitle-gone')).waitFor()
      await page.context().close()
    })

    test('Somebody sees where they are signed in, ends the other browser, and changes their password', async () => {
      const { browser, server } = world
      const [here, there] = [
        await newStaff(browser, server, 'coordinator'),
        await newStaff(browser, server, 'coordinator'),
      ]
      await here.goto('/account/security')
      expect(await here.getByText('Chrome · Linux').count()).toBeGreaterThan(1)
      await here.getByRole('button', { name: t('signIn.sessionsEndOthers') }).click()
      await here.getByText(t('signIn.othersEnded')).waitFor()
      await there.goto('/sessions')
      await heading(there, t('access.loginTitle')).waitFor()
      await here.getByRole('link', { name: t('signIn.passwordChange') }).click()
      await expectReadable(here)
      await here.getByLabel(t('signIn.passwordCurrent')).fill(server.password)
      const chosen = 'granit voile crayon mardi'
      await here.getByLabel(t('signIn.passwordNew')).fill(chosen)
      await here.getByRole('button', { name: t('signIn.passwordSave') }).click()
      await here.getByText(t('signIn.passwordChanged')).waitFor()
      await signIn(there, server, 'coordinator', chosen)
      await here.context().close()
      await there.context().close()
    })

    test('An administrator closes an account, and the person is out at the next click', async () => {
      const { browser, server } = world
      await server.run('accounts', 'second-factor', 'reset', server.staff.admin.email)
      const page = await newStaff(browser, server, 'admin')
      await server.run('accounts', 'second-factor', 'reset', server.staff.trainer.email)
      const trainer = await newStaff(browser, server, 'trainer')
      await page.goto('/admin/accounts')
      await expectReadable(page)
      const { name } = server.staff.trainer
      await tabTo(page, page.getByText(t('signIn.accountManage')).filter({ hasText: name }))
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `${t('signIn.accountDisable')} : ${name}` }).click()
      await page.getByText(t('signIn.accountDisabled')).waitFor()
      await expectReadable(page, 'a closed account')
      await trainer.goto('/sessions')
      await heading(trainer, t('access.loginTitle')).waitFor()
      await page.getByRole('button', { name: new RegExp(t('signIn.accountEnable')) }).click()
      await page.getByText(t('signIn.accountEnabled')).waitFor()
      await page.context().close()
      await trainer.context().close()
    })
  },
  { host: 'localhost' },
)

withBrowser(
  'Where a second factor is asked of everybody',
  (world) => {
    test('somebody is led to add one before anything else, then to the page they wanted', async () => {
      const page = await newVisitor(world.browser, world.server)
      await page.goto('/organisation')
      await page.getByLabel(t('access.email')).fill(world.server.staff.trainer.email)
      await page.getByLabel(t('access.password'), { exact: true }).fill(world.server.password)
      await page.getByRole('button', { name: t('access.signIn'), exact: true }).click()
      await page.getByText(t('signIn.owesTitle')).waitFor()
      await expectReadable(page, 'security, owed')
      await page.getByRole('button', { name: t('signIn.appAdd') }).click()
      await page.getByText(t('signIn.appTyped')).click()
      const secret = (await page.locator('dd .code').innerText()).replaceAll(' ', '')
      await page.getByLabel(t('signIn.appCode')).fill(new TOTP({ secret }).generate())
      await page.getByRole('button', { name: t('signIn.appConfirm') }).click()
      await page.getByRole('link', { name: t('signIn.codesKept') }).click()
      await page.waitForURL('**/organisation**')
      await page.context().close()
    })
  },
  { env: { SECOND_FACTOR: 'everybody' } },
)

async function linkInOutbox({ server }: World): Promise<string> {
  await expect.poll(async () => (await server.mails()).join('\n').includes('/login/link/')).toBe(true)
  const mails = await server.mails()
  const text = mails.join('\n').replaceAll('=\r\n', '').replaceAll('=\n', '').replaceAll('=3D', '=')
  return /http:\/\/localhost:\d+\/login\/link\/[\w-]+/.exec(text)?.[0] ?? ''
}
