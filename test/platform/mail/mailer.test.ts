import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../server/kernel/clock.ts'
import { createMailer } from '../../../server/platform/mail/index.ts'
import { temporaryFolder } from '../../support/database.ts'

test('without SMTP a letter becomes a file that any mail program opens', async () => {
  const outboxDir = temporaryFolder()
  const mailer = createMailer({ mailFrom: 'Passerelle <bonjour@exemple.fr>', outboxDir, clock: systemClock })
  await mailer.send({ to: 'karim@exemple.fr', subject: 'Votre accès', text: 'Bonjour' })
  const [name = ''] = readdirSync(outboxDir)
  expect(name).toMatch(/\.eml$/)
  const letter = readFileSync(join(outboxDir, name), 'utf8')
  expect(letter).toContain('To: karim@exemple.fr')
  expect(letter).toContain('From: Passerelle <bonjour@exemple.fr>')
  expect(letter).toContain('Bonjour')
})

test('a header cannot be smuggled into a letter through the subject', async () => {
  const outboxDir = temporaryFolder()
  const mailer = createMailer({ mailFrom: 'a@exemple.fr', outboxDir, clock: systemClock })
  await mailer.send({ to: 'b@exemple.fr', subject: 'Bonjour\r\nBcc: voleur@exemple.fr', text: 'x' })
  const letter = readFileSync(join(outboxDir, readdirSync(outboxDir)[0] ?? ''), 'utf8')
  expect(letter).not.toMatch(/^Bcc:/m)
})
