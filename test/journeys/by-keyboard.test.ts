import { expect, test } from 'vitest'
import { DEMO_HOME } from '../../server/commands/demo/demo-network.ts'
import { newStaff, newVisitor } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { tabTo } from './keyboard.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('Without a mouse', (world) => {
  test('A trainer corrects a name, from the list of sessions to the new passports', async () => {
    const page = await newStaff(world.browser, world.server, 'trainer')
    const press = async (key: string) => page.keyboard.press(key)
    await page.goto('/sessions')
    await tabTo(page, page.getByRole('link', { name: /Vichy/ }))
    await press('Enter')
    await tabTo(page, page.getByRole('link', { name: t('corrections.correctSession'), exact: true }))
    await press('Enter')
    await page.getByRole('heading', { name: t('corrections.heading') }).waitFor()
    const person = page.locator('summary').first()
    const name = (await person.innerText()).trim()
    await tabTo(page, person)
    await press('Enter')
    await tabTo(page, page.getByLabel(`${t('corrections.givenName')} · ${name}`))
    await page.keyboard.type('Maëlle')
    await press('Enter')
    await page.getByRole('heading', { name: t('corrections.confirmHeading') }).waitFor()
    await tabTo(page, page.getByRole('button', { name: t('corrections.confirm') }))
    await press('Enter')
    await page.getByText(t('corrections.done')).waitFor()
    expect(await page.getByRole('heading', { name: /Maëlle/ }).count()).toBe(1)
    await page.context().close()
  })

  test('An administrator declares a key compromised and has everything signed again', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'admin')
    const press = async (key: string) => page.keyboard.press(key)
    await page.goto('/admin')
    await tabTo(page, page.getByRole('link', { name: t('keys.title') }))
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: t('keys.title') }).waitFor()
    await tabTo(page, page.getByRole('link', { name: t('keys.compromise') }).last())
    await press('Enter')
    await tabTo(page, page.getByLabel(t('keys.since')))
    // the same digits in every order of day and month
    await page.keyboard.type('11112025')
    await press('ArrowRight')
    await page.keyboard.type('1111A')
    await tabTo(page, page.getByLabel(t('keys.issuerName', { name: DEMO_HOME })))
    await page.keyboard.type(DEMO_HOME)
    await press('Enter')
    await page.getByText(t('keys.compromisedFlash')).waitFor()

    const paper = server.files.passports[0]?.url ?? ''
    const employer = await newVisitor(browser, server)
    await employer.goto(paper)
    await employer.getByRole('heading', { name: t('verdict.compromised.title') }).waitFor()

    await tabTo(page, page.getByRole('button', { name: /^Refaire/ }))
    await press('Enter')
    await page.getByText(t('keys.reissueNone')).waitFor()
    await employer.reload()
    await employer.getByRole('link', { name: t('verdict.openSuccessor') }).click()
    await employer.getByRole('heading', { name: t('verdict.verified.title') }).waitFor()
    await employer.context().close()
    await page.context().close()
  })
})
