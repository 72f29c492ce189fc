import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { writeFileAtomically } from '../files/index.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

export interface Mailer {
  /** Sends or, without SMTP, writes the message; rejects when the server refuses it. */
  send(mail: Mail): Promise<void>
}

/**
 * Mail through `smtpUrl`, or into `outboxDir` as one `.eml` file per message (readable by any mail program),
 * named by time so that the newest comes last.
 */
export function createMailer(options: {
  smtpUrl?: string
  mailFrom: string
  outboxDir: string
  clock: Clock
}): Mailer {
  if (options.smtpUrl !== undefined) {
    const transport = createTransport(options.smtpUrl)
    return {
      async send(mail) {
        await transport.sendMail({ from: options.mailFrom, ...mail })
      },
    }
  }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(mail) {
      const { message } = await composer.sendMail({ from: options.mailFrom, ...mail })
      const stamp = options.clock.now().toISOString().replace(/[:.]/g, '-')
      if (!Buffer.isBuffer(message)) throw new Error('the mail composer gave no buffer')
      await writeFileAtomically(join(options.outboxDir, `${stamp}-${newId().slice(0, 8)}.eml`), message)
    },
  }
}
