import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HOST_LANGUAGES } from '../../templates/locales/host/index.ts'
import { newStaff, newVisitor, PHONE, sidewaysOverflow } from '../support/browser.ts'
import type { DemoServer } from '../support/demo-server.ts'
import { competence, t } from '../support/french-words.ts'
import { expectReadable } from '../support/readable.ts'
import { withBrowser } from './with-browser.ts'

/** Where pictures go when somebody wants to look at them. */
const SHOTS = process.env['SHOTS']
const HOST = { name: 'Anke Hansen', email: 'anke@tischlerei-hansen.example' }
const SENTENCE = 'Inès hat den Plan einer Treppe allein übernommen und zwei Lehrlingen erklärt.'

withBrowser('The host abroad', (world) => {
  test('Hears of it by one link, answers in two minutes in German, and is the third voice of the passport', async () => {
    const { browser, server } = world
    const passport = server.files.passports.find(({ learner }) => learner === 'Inès Benali')
    const trainer = await newStaff(browser, server, 'trainer')
    await trainer.getByRole('link', { name: /Vichy/ }).first().click()
    await trainer.getByRole('link', { name: 'Inès Benali' }).first().click()
    await trainer.getByRole('link', { name: t('hostVoice.link') }).click()
    await expectReadable(trainer, 'the question, not asked')
    await trainer.getByLabel(t('hostVoice.tutorName')).fill(HOST.name)
    await trainer.getByLabel(t('hostVoice.email')).fill(HOST.email)
    expect(await trainer.getByLabel(t('hostVoice.language')).inputValue()).toBe('de')
    await trainer.getByRole('button', { name: t('hostVoice.ask') }).click()
    await trainer.getByText(`Envoyé à ${HOST.email}`).first().waitFor()
    await expectReadable(trainer, 'the question, asked')
    await shoot(trainer, 'staff-asked')

    // one link, no tap before the questions
    const phone = await newVisitor(browser, server, { viewport: PHONE, locale: 'de-DE' })
    await phone.goto(await linkInLastMail(server))
    await phone.getByRole('heading', { level: 1, name: 'Was haben Sie gesehen?' }).waitFor()
    await expectReadable(phone, 'the questions')
    expect((await phone.content()).length).toBeLessThan(100_000)

    let taps = 0
    const tap = async (act: Promise<unknown>, count = 1): Promise<void> => {
      await act
      taps += count
    }
    await tap(phone.getByLabel('Ja', { exact: true }).check())
    // a list takes one tap to open and one to choose
    await tap(phone.getByLabel('In einem internationalen Team arbeiten').selectOption('4'), 2)
    await tap(phone.getByLabel('Ein Satz zu dieser Zeit').fill(SENTENCE))
    await tap(phone.getByLabel('Ihre Funktion').fill('Tischlermeisterin'))
    await tap(phone.getByLabel(/Mein Name und meine Funktion/).check())
    await tap(phone.getByRole('button', { name: 'Antwort senden' }).click())
    await phone.getByRole('heading', { level: 1, name: 'Vielen Dank!' }).waitFor()
    // their name was known: dates, one level, a sentence, a role, a yes, send
    expect(taps).toBe(7)
    await expectReadable(phone, 'the thanks')
    await shoot(phone, 'thanks')
    // nothing of the host is kept in the browser but the form's own token
    expect((await phone.context().cookies()).map(({ name }) => name)).toEqual(['passerelle_form'])

    await trainer.reload()
    await trainer.getByText(SENTENCE).waitFor()
    await expectReadable(trainer, 'the answer')
    await shoot(trainer, 'staff-answered')

    const employer = await newVisitor(browser, server, { viewport: PHONE })
    await employer.goto(`${server.url}/v/${passport?.code ?? ''}`)
    await employer.getByRole('heading', { level: 1, name: t('verdict.superseded.title') }).waitFor()
    await employer.getByRole('link', { name: t('verdict.openSuccessor') }).click()
    await employer.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    const said = await employer.getByRole('main').innerText()
    for (const words of [
      competence('EQUIPE'),
      t('verdict.voiceDeclared'),
      t('verdict.voiceAttested'),
      t('verdict.voiceConfirmed'),
      t('verdict.hostSays'),
      SENTENCE,
      'Anke Hansen, Tischlermeisterin',
      'Karim Le Goff',
    ])
      expect(await withDetails(employer, said)).toContain(words)
    await expectReadable(employer, 'the verdict with three voices')
    await shoot(employer, 'verdict', true)

    await trainer.getByRole('link', { name: t('hostVoice.endorsement') }).click()
    await trainer.getByRole('heading', { level: 1, name: t('verdict.verified.title') }).waitFor()
    await trainer.getByText(SENTENCE).waitFor()
    await expectReadable(trainer, 'the endorsement by itself')
    await shoot(trainer, 'endorsement', true)
    await phone.context().close()
    await employer.context().close()
    await trainer.context().close()
  })

  test('Reads in any of five languages, on the narrowest phone, on paper too, and is told kindly when a link is over', async () => {
    const { browser, server } = world
    const trainer = await newStaff(browser, server, 'trainer')
    await trainer.getByRole('link', { name: /Vichy/ }).first().click()
    const other = server.files.passports.find(({ learner }) => learner !== 'Inès Benali')?.learner ?? ''
    await trainer.getByRole('link', { name: other }).first().click()
    await trainer.getByRole('link', { name: t('hostVoice.link') }).click()
    const question = trainer.url()
    for (const language of HOST_LANGUAGES) {
      await trainer.goto(question)
      await trainer.getByLabel(t('hostVoice.language')).selectOption(language)
      await trainer.getByRole('button', { name: t('hostVoice.print') }).click()
      const code = (await trainer.locator('.host-sheet__typed').innerText()).replace(/\s/g, '')
      await expectReadable(trainer, `the sheet in ${language}`)
      await shoot(trainer, `paper-${language}`, true)
      const phone = await newVisitor(browser, server, {
        viewport: { width: 320, height: 640 },
        locale: 'nl-NL',
      })
      await phone.goto(`${server.url}/h/${code}`)
      expect(await phone.locator('html').getAttribute('lang')).toBe(language)
      expect(await sidewaysOverflow(phone)).toBe(0)
      await shoot(phone, `questions-${language}-320`, true)
      await phone.locator('button[type=submit]').click()
      await phone.locator('.problems').waitFor()
      expect(await sidewaysOverflow(phone)).toBe(0)
      await expectReadable(phone, `what is missing in ${language}`)
      await phone.context().close()
    }
    const phone = await newVisitor(browser, server, { viewport: PHONE, locale: 'de-DE' })
    await phone.goto(`${server.url}/h`)
    await expectReadable(phone, 'where a code is typed')
    await phone.getByLabel('Code').fill('0000 0000 0000 0000')
    await phone.getByRole('button', { name: 'Weiter' }).click()
    await phone.getByRole('heading', { level: 1, name: 'Dieser Link öffnet nichts' }).waitFor()
    await expectReadable(phone, 'a link that opens nothing')
    await phone.context().close()
    await trainer.context().close()
  })
})

async function linkInLastMail(server: DemoServer): Promise<string> {
  const mail = (await server.mails()).findLast((text) => text.includes(HOST.email)) ?? ''
  const plain = mail.replace(/=\r?\n/g, '')
  return /http:\/\/[^\s"]+\/h\/[0-9A-Z]{16}/.exec(plain)?.[0] ?? ''
}

/** What the page says, what is folded included. */
async function withDetails(page: Page, said: string): Promise<string> {
  return `${said} ${(await page.locator('main').textContent()) ?? ''}`
}

async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage })
}
