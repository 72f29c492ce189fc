import { z } from 'zod'
import { writeMail } from '../../access/mails/index.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import type { OpenedLink } from './open-link.ts'
import type { LateVoice } from './renew-passports.ts'

/**
 * Tells whoever asked that the host answered, corrected or took back, and where to read it. The words themselves stay on
 * the page: a mail travels.
 */
export async function tellWhoAsked(
  deps: HostVoiceDeps,
  { request, question }: OpenedLink,
  news: { readonly again: boolean; readonly late: LateVoice },
): Promise<void> {
  const reader = request.askedBy === null ? undefined : await selectReader(deps.db, request.askedBy)
  if (reader === undefined) return
  const t = translator(reader.locale)
  const name = fullName(question.learner)
  const paragraph =
    news.late === 'nothing' ? 'toldSession' : news.late === 'signed' ? 'toldSigned' : 'toldWaits'
  try {
    await deps.mailer.send(
      writeMail(deps.views, reader.locale, reader.email, {
        subject: t(news.again ? 'hostVoice.toldAgainSubject' : 'hostVoice.toldSubject', { name }),
        greeting: t('mail.greeting', { name: reader.name }),
        paragraphs: [t(`hostVoice.${paragraph}`, { name })],
        link: {
          label: t('hostVoice.toldLink'),
          url: `${deps.publicUrl}/mobilities/${request.mobilityId}/host`,
        },
        afterwards: [],
      }),
    )
  } catch (error) {
    const failure = error instanceof Error && 'code' in error ? error.code : 'unknown'
    deps.log.warn({ request: request.id, failure }, 'who asked a host was not told')
  }
}

const reader = z.object({ name: z.string(), email: z.string(), locale: z.enum(LOCALES) })

/** Somebody who left the network is told nothing any more. */
async function selectReader(db: Db, accountId: string): Promise<z.output<typeof reader> | undefined> {
  const row: unknown = await db('accounts')
    .where({ id: accountId })
    .whereNull('disabled_at')
    .first('name', 'email', 'locale')
  return row === undefined ? undefined : reader.parse(row)
}
