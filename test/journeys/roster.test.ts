import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newStaff } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { tabTo } from './keyboard.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('The roster of a structure', (world) => {
  const coordinator = () => newStaff(world.browser, world.server, 'coordinator')

  test('Somebody is added with a name alone, found with a slip of the finger, and given a stay', async () => {
    const page = await coordinator()
    await page.goto('/learners')
    await expectReadable(page)
    await add(page, 'Yasmine', 'Kerbrat')
    await expectReadable(page, 'a new file')
    const file = new URL(page.url()).pathname

    // while it is being typed, without pressing anything
    await page.goto('/learners')
    await page.getByLabel(t('roster.searchLabel')).fill('Kerbrad')
    await page.getByRole('link', { name: 'Yasmine Kerbrat' }).waitFor()
    await page.getByText(t('roster.found', { count: 1 })).waitFor()
    expect(new URL(page.url()).search).toBe('?q=Kerbrad')
    await page.getByLabel(t('roster.searchLabel')).fill('Xyzzy')
    await page.getByText(t('roster.noneFound')).waitFor()

    await page.goto(file)
    await page.getByRole('link', { name: t('roster.newStay') }).click()
    await expectReadable(page)
    // an impossible pair of dates: the form keeps what was typed
    await page.getByLabel(t('stays.programme'), { exact: true }).selectOption({ label: 'Erasmus+ Jeunesse' })
    await page.getByLabel(t('stays.hostCountry')).selectOption({ label: 'Portugal' })
    await page.getByLabel(t('stays.activity')).fill('Échange de jeunes')
    await page.getByLabel(t('stays.startsOn')).fill('2026-05-12')
    await page.getByLabel(t('stays.endsOn')).fill('2026-05-02')
    await page.getByRole('button', { name: t('stays.save') }).click()
    await page.getByText(t('fields.endBeforeStart')).first().waitFor()
    await expectReadable(page, 'a refused stay')
    expect(await page.getByLabel(t('stays.activity')).inputValue()).toBe('Échange de jeunes')
    await page.getByLabel(t('stays.endsOn')).fill('2026-05-22')
    await page.getByLabel(/^Financement principal/).selectOption({ label: 'Région' })
    await page.getByRole('button', { name: t('stays.save') }).click()
    await page.getByText(t('stays.saved')).waitFor()
    await expectReadable(page, 'a stay')
    await page.getByRole('link', { name: 'Yasmine Kerbrat' }).click()
    await page.getByText('Région').waitFor()
    await expectReadable(page, 'a file with a stay')

    await page.getByRole('link', { name: t('roster.edit') }).click()
    await expectReadable(page)
    await page.getByLabel(t('roster.birthDate')).fill('2009-02-14')
    await page.getByRole('button', { name: t('roster.save') }).click()
    await page.getByText(t('roster.saved')).waitFor()
    // a minor: their guardian is asked
    await page.getByRole('link', { name: t('roster.guardianLink') }).waitFor()
    await page.context().close()
  })

  test('A signed stay keeps what was signed, and takes the rest', async () => {
    const page = await coordinator()
    await page.goto('/learners?signed=yes')
    await page.locator('.roster__people a').first().click()
    await expectReadable(page, 'a file with credentials')
    await page.locator('section[aria-labelledby="stays"] a.roster__name').first().click()
    await page.getByText(t('stays.signedTitle')).waitFor()
    await expectReadable(page, 'a signed stay')
    expect(await page.getByLabel(t('stays.hostCountry')).count()).toBe(0)
    await page.getByLabel(/^Personne référente sur place/).fill('Heike Weber')
    await page.getByRole('button', { name: t('stays.save') }).click()
    await page.getByText(t('stays.saved')).waitFor()
    await page.context().close()
  })

  test('Two records of one person are compared and made one, with the keyboard alone', async () => {
    const page = await coordinator()
    await add(page, 'Tiphaine', 'Quéméneur', '2004-03-21')
    await add(page, 'Tifaine', 'Quéméneur', '2004-03-21')
    await page.goto('/learners')
    await tabTo(page, page.getByRole('link', { name: t('roster.findDuplicates') }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/learners/duplicates')
    await expectReadable(page)
    await tabTo(page, page.getByRole('link', { name: /^Comparer/ }).first())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t('roster.twinsTitle') }).waitFor()
    await expectReadable(page, 'two records')
    const rightName = page.locator('#field-givenName').getByRole('radio', { name: 'Tiphaine' })
    await tabTo(page, page.locator('#field-givenName input:checked'))
    if (!(await rightName.isChecked())) await page.keyboard.press('ArrowDown')
    expect(await rightName.isChecked()).toBe(true)
    await tabTo(page, page.getByRole('button', { name: t('roster.seeMerge') }))
    await page.keyboard.press('Enter')
    await page.getByText(t('roster.happensNoUndo')).waitFor()
    await expectReadable(page, 'before two records become one')
    await tabTo(page, page.getByRole('button', { name: t('roster.merge') }))
    await page.keyboard.press('Enter')
    await page.getByText(t('roster.merged')).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Tiphaine Quéméneur')
    await page.goto('/learners?q=quemeneur')
    await page.getByText(t('roster.found', { count: 1 })).waitFor()
    await page.context().close()
  })

  test('Support needs are asked once, and shown nowhere after', async () => {
    const page = await coordinator()
    await add(page, 'Malo', 'Kervella')
    const file = page.url()
    await page.getByRole('link', { name: t('support.title') }).click()
    await expectReadable(page, 'support')
    expect(await page.getByLabel(t('support.answer-declined')).isChecked()).toBe(true)
    await page.getByLabel(t('support.answer-given')).check()
    await page.getByRole('checkbox', { name: t('support.need-ECO') }).check()
    await page.getByRole('button', { name: t('support.save') }).click()
    await page.getByText(t('fields.supportAgreed')).first().waitFor()
    await expectReadable(page, 'support without agreement')
    await page.getByRole('checkbox', { name: t('support.agreed') }).check()
    await page.getByRole('button', { name: t('support.save') }).click()
    await page.getByText(t('support.saved')).waitFor()
    expect(await page.content()).not.toContain(t('support.need-ECO'))
    await page.goto(`${file}/support`)
    await page.getByText(t('support.alreadyAnswered', { year: String(new Date().getFullYear()) })).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.context().close()
  })
})

async function add(page: Page, givenName: string, familyName: string, birthDate = ''): Promise<void> {
  await page.goto('/learners/new')
  await page.getByLabel(t('roster.givenName'), { exact: true }).fill(givenName)
  await page.getByLabel(t('roster.familyName'), { exact: true }).fill(familyName)
  if (birthDate !== '') await page.getByLabel(t('roster.birthDate')).fill(birthDate)
  await page.getByRole('button', { name: t('roster.add'), exact: true }).click()
  await page.getByText(t('roster.added')).waitFor()
}
