import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newStaff, newVisitor } from '../support/browser.ts'
import { competence, levelOf, t } from '../support/french-words.ts'
import { withBrowser } from './with-browser.ts'

const HEADER =
  'Nom;Prénom;Né(e) le;Programme;Ville;Pays;Départ;Retour;Présence;Équipe internationale;Imprévus;Allemand;Observation'
const ROWS = [
  'Sabatier;Élise;04/09/2006;Erasmus+ formation professionnelle;Leipzig;Allemagne;05/01/2026;27/03/2026;présente;3;2;B1;Toujours la première à proposer son aide.',
  'N’Diaye;Ousmane;17/02/2005;Erasmus+ formation professionnelle;Leipzig;Allemagne;05/01/2026;27/03/2026;présent;4;pas encore;A2;',
]
const RIGHT = [HEADER, ...ROWS].join('\r\n')
const WRONG = RIGHT.replace('04/09/2006', '31/02/2006').replace(';présent;4;', ';présent;7;')

withBrowser('The coordinator of a structure', (world) => {
  test('Imports a spreadsheet: sees what is wrong and loses nothing, confirms what is right, and again changes nothing', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'coordinator')
    await page.getByRole('link', { name: t('sessions.newSession') }).click()
    await page.getByLabel(t('sessions.name')).fill('Retour de mobilité, Moulins')
    await page.getByLabel(t('sessions.startsOn')).fill('2026-10-02')
    await page.getByRole('checkbox', { name: competence('EQUIPE') }).check()
    await page.getByRole('button', { name: t('sessions.create') }).click()
    await page.getByText(t('sessions.created')).waitFor()
    const session = new URL(page.url()).pathname

    await page.getByRole('link', { name: t('sessions.importTable') }).click()
    const confirm = page.getByRole('button', { name: t('imports.confirm', { count: 2 }) })
    await check(page, WRONG)
    await page.getByRole('heading', { name: t('imports.errorsTitle', { count: 2 }) }).waitFor()
    const problems = await page.getByRole('alert').first().innerText()
    // each sentence says where, and what it read there
    expect(problems).toMatch(/Ligne 2, colonne .*31\/02\/2006/)
    expect(problems).toMatch(/Ligne 3, colonne .*«\s7\s»/)
    expect(problems).toContain(t('imports.errorsHint'))
    expect(await confirm.count()).toBe(0)

    // the corrected file is sent from the same page
    await check(page, RIGHT)
    await page.getByText(t('imports.planReady')).waitFor()
    await page.getByText(t('imports.countCreated', { count: 2 })).waitFor()
    const other = await page.context().newPage()
    await other.goto(session)
    await other.getByText(t('sessions.noYouths')).waitFor()
    await other.close()

    await confirm.click()
    await page.getByText(t('imports.done')).waitFor()
    const team = page.getByLabel(levelOf('EQUIPE', 'Ousmane N’Diaye'))
    expect(await team.inputValue()).toBe('4')
    expect(
      await page.getByLabel(t('sessions.observationOf', { name: 'Élise Sabatier' })).inputValue(),
    ).toContain('son aide')

    await page.getByRole('link', { name: t('sessions.importTable') }).click()
    await check(page, RIGHT)
    await page.getByText(t('imports.planSame')).waitFor()
    expect(await confirm.count()).toBe(0)
    await page.context().close()
  })

  test('Invites a trainer, who follows the link in the mail, chooses a password and signs in with it', async () => {
    const { browser, server } = world
    const page = await newStaff(browser, server, 'coordinator')
    await page.getByRole('link', { name: t('common.organisation') }).click()
    await page.getByLabel(t('access.inviteName')).fill('Nadia Colin')
    await page.getByLabel(t('access.email')).fill('nadia@passerelle.example')
    await page.getByRole('radio', { name: t('access.role-trainer') }).check()
    await page.getByRole('button', { name: t('access.inviteSend') }).click()
    await page.getByText('nadia@passerelle.example').waitFor()
    await page.context().close()

    const letter = (await server.mails()).at(-1) ?? ''
    expect(letter).toMatch(/^To: .*nadia@passerelle\.example/m)
    const link = new RegExp(`${server.url}/invitations/[\\w-]+`).exec(letter.replace(/=\r?\n/g, ''))?.[0]

    const nadia = await newVisitor(browser, server)
    await nadia.goto(link ?? '')
    await nadia
      .getByRole('heading', {
        level: 1,
        name: t('access.invitationTitle', { where: 'Mission locale de Vichy' }),
      })
      .waitFor()
    const name = nadia.getByLabel(t('access.yourName'))
    if ((await name.inputValue()) === '') await name.fill('Nadia Colin')
    const password = 'quatre bateaux verts dorment'
    await nadia.getByLabel(t('access.password')).fill(password)
    await nadia.getByRole('button', { name: t('access.accept') }).click()
    await nadia.getByText(t('access.welcome')).waitFor()

    await nadia.getByRole('button', { name: t('common.signOut') }).click()
    await nadia.getByText(t('access.signedOut')).waitFor()
    await nadia.goto('/login')
    await nadia.getByLabel(t('access.email')).fill('nadia@passerelle.example')
    await nadia.getByLabel(t('access.password'), { exact: true }).fill(password)
    await nadia.getByRole('button', { name: t('access.signIn') }).click()
    await nadia.getByRole('heading', { level: 1, name: t('sessions.listTitle') }).waitFor()
    // the link in the mail has served
    const spent = await nadia.goto(link ?? '')
    expect(spent?.ok()).toBe(false)
    await nadia.context().close()
  })
})

/** Sends a spreadsheet to the dry run. */
async function check(page: Page, text: string): Promise<void> {
  await page
    .getByLabel(t('imports.fileLabel'))
    .setInputFiles({ name: 'retour.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
  await page
    .getByRole('button', { name: new RegExp(`^(${t('imports.check')}|${t('imports.checkAgain')})$`) })
    .click()
}
