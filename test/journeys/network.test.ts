import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_HOME, DEMO_STAFF } from '../../server/commands/demo/demo-network.ts'
import { newStaff, newVisitor, PHONE } from '../support/browser.ts'
import { t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

const uri = (n: number) => `http://data.europa.eu/esco/skill/0000000${n}-1f27-439e-a4e0-19a87a501bfc`
const SKILLS = [
  'conceptUri,preferredLabel,altLabels',
  `${uri(1)},accueillir des visiteurs,recevoir du public`,
  `${uri(2)},accueillir des clients,`,
  `${uri(3)},réparer un vélo,`,
].join('\n')

withBrowser('The network', (world) => {
  test('The platform makes a structure head of network; its coordinator asks another one to join, and notes a training', async () => {
    const { browser, server } = world
    const admin = await newStaff(browser, server, 'admin')
    await admin.goto('/admin')
    await admin.getByRole('link', { name: `${t('structures.manage')} : ${DEMO_HOME}` }).click()
    await expectReadable(admin, 'a structure, for the platform')
    await admin.getByRole('link', { name: t('network.adminLink') }).click()
    await admin.getByLabel(t('network.headLabel')).check()
    await admin.getByLabel(t('network.untilLabel')).fill('2026-01-31')
    await expectReadable(admin, 'the place of a structure')
    await admin.getByRole('button', { name: t('structures.save') }).click()
    await admin.getByText(t('structures.saved')).waitFor()
    await admin.context().close()

    const page = await newStaff(browser, server, 'coordinator', { viewport: PHONE })
    await page.goto('/organisation')
    await page.getByRole('link', { name: t('network.link'), exact: true }).click()
    await page.getByText(t('network.convention-ended')).waitFor()
    await page.getByLabel(t('access.structureName')).fill('ADEFIL du Cantal')
    await page.getByLabel(t('network.coordinatorName')).fill('Rozenn Abgrall')
    await page.getByRole('button', { name: t('access.inviteSend') }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel(t('access.structureName')).inputValue()).toBe('ADEFIL du Cantal')
    await expectReadable(page, 'our place in the network, with a problem')
    await page.getByLabel(t('access.email')).fill('rozenn@adefil.example')
    await page.getByRole('button', { name: t('access.inviteSend') }).click()
    await page.getByText(t('network.waiting')).waitFor()
    await expectReadable(page, 'our place in the network')

    await page.goto('/organisation')
    await page.getByRole('link', { name: t('trainings.link'), exact: true }).click()
    await page.getByLabel(t('trainings.person')).selectOption({ label: DEMO_STAFF.trainer.name })
    await page.getByLabel(t('trainings.trainingTitle')).fill('Accompagner le retour de mobilité')
    await page.getByLabel(t('trainings.provider')).fill('Agence Erasmus+ France')
    await page.getByLabel(t('trainings.completedOn')).fill('2025-03-14')
    await page.getByRole('button', { name: t('trainings.recordSubmit') }).click()
    await page.getByText(t('trainings.recorded')).waitFor()
    await expectReadable(page, 'trainings')
    await page.context().close()
  })

  test('The platform writes a framework: by keyboard alone it finds an ESCO skill while typing, and publishes', async () => {
    const { browser, server } = world
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-esco-'))
    await writeFile(join(folder, 'skills_fr.csv'), SKILLS)
    expect(
      await server.run('import', 'esco', join(folder, 'skills_fr.csv'), '--esco-version', '1.2.0', '--json'),
    ).toContain('"skills": 3')
    await rm(folder, { recursive: true })

    const page = await newStaff(browser, server, 'admin')
    await page.goto('/admin/frameworks')
    await expectReadable(page, 'frameworks')
    await page.getByLabel(t('frameworks.nameFr')).fill('Compétences de notre région')
    await page.getByLabel(t('frameworks.nameEn')).fill('Competences of our region')
    await page.getByRole('button', { name: t('frameworks.create') }).click()
    await page.getByText(t('frameworks.empty')).waitFor()
    await expectReadable(page, 'an empty framework')
    await page.getByRole('link', { name: t('frameworks.addCompetence') }).click()
    await fillCompetence(page)

    const search = page.getByRole('combobox', { name: t('frameworks.escoSearch') })
    await search.focus()
    await page.keyboard.type('acueillir')
    await page.getByRole('option', { name: 'accueillir des visiteurs' }).waitFor()
    await expectReadable(page, 'skills found')
    await search.focus()
    await page.keyboard.type(' vis')
    await page.getByRole('option', { name: 'accueillir des clients' }).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('checkbox', { name: 'accueillir des visiteurs' }).isChecked()).toBe(true)
    await page
      .getByRole('button', { name: t('frameworks.save'), exact: true })
      .last()
      .click()
    await page.getByText(t('frameworks.state-new')).waitFor()
    await page.getByRole('button', { name: t('frameworks.publish'), exact: true }).click()
    await page.getByText(t('frameworks.isPublished')).waitFor()
    await expectReadable(page, 'a framework')

    const employer = await newVisitor(browser, server, { viewport: PHONE })
    await employer.goto('/achievements')
    await expectReadable(employer, 'what passports say')
    await employer.getByRole('link', { name: 'Accueillir du public' }).click()
    await employer.getByText('accueillir des visiteurs').waitFor()
    await employer.context().close()
    await page.context().close()
  })

  async function fillCompetence(page: Page): Promise<void> {
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
    await fill(t('frameworks.labelFr'), 'Accueillir du public')
    await fill(t('frameworks.labelEn'), 'Welcoming the public')
    await fill(t('frameworks.shortFr'), 'Accueil')
    await fill(t('frameworks.shortEn'), 'Welcome')
    await fill(t('frameworks.descriptionFr'), 'Mettre à l’aise les personnes qui arrivent.')
    await fill(t('frameworks.descriptionEn'), 'Putting people at ease when they arrive.')
    for (const level of [1, 2, 3, 4]) {
      await page.locator(`#field-level${level}Fr`).fill(`Accueille, étape ${level}.`)
      await page.locator(`#field-level${level}En`).fill(`Welcomes, step ${level}.`)
    }
    await page.getByLabel(t('frameworks.keyCompetence')).selectOption('KC6')
  }
})
