import { isoInstant } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import { formatDate, translator } from '../../platform/i18n/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { recordEvent } from '../audit/index.ts'
import { writeMail, type Letter } from '../mails/index.ts'
import { findOrganisation, publicNameOf } from '../organisations/index.ts'
import { linkEnd } from './guardian-link.ts'
import { linkWithin, type LinkDeps, type OpenLink } from './make-link.ts'
import { requireWard } from './require-ward.ts'
import { updateMailed } from './store.ts'

export interface MailLinkDeps extends LinkDeps {
  readonly mailer: Mailer
  readonly views: Views
  readonly log: Logger
  readonly platformName: string
}

/**
 * Mails a guardian their link; mailed again it is the same link, which then lasts from today. The address serves once
 * and is not kept.
 * @returns whether the mail server took it
 * @throws AppError as `currentOrNewLink`
 */
export async function mailLink(
  deps: MailLinkDeps,
  actor: Actor,
  input: { readonly learnerId: string; readonly email: string; readonly locale: Locale },
): Promise<boolean> {
  const at = deps.clock.now()
  const expiresAt = isoInstant(linkEnd(at))
  const person = await requireWard(deps, actor, input.learnerId)
  const open = await deps.db.transaction(async (trx) => {
    const made = await linkWithin(trx, deps, actor, person)
    await updateMailed(trx, made.link.id, { at: isoInstant(at), expiresAt })
    await recordEvent(trx, {
      at,
      actor,
      action: 'guardian-link.mailed',
      organisationId: person.organisationId,
      subject: { type: 'learner', id: person.learnerId },
      details: { linkId: made.link.id },
    })
    return made
  })
  try {
    const letter = await guardianLetter(deps, open, { locale: input.locale, expiresAt })
    await deps.mailer.send(writeMail(deps.views, input.locale, input.email, letter))
    return true
  } catch (error) {
    deps.log.warn({ err: error, link: open.link.id }, 'guardian mail not sent')
    return false
  }
}

async function guardianLetter(
  deps: MailLinkDeps,
  { person, url }: OpenLink,
  { locale, expiresAt }: { readonly locale: Locale; readonly expiresAt: string },
): Promise<Letter> {
  const t = translator(locale)
  const organisation = await findOrganisation(deps.db, person.organisationId)
  const structure = organisation === undefined ? deps.platformName : publicNameOf(organisation)
  const name = person.givenName
  return {
    subject: t('guardianship.mailSubject', { name }),
    greeting: t('guardianship.mailGreeting'),
    paragraphs: [
      t('guardianship.mailAbout', { name, structure, platform: deps.platformName }),
      t('guardianship.mailAsk', { name }),
    ],
    link: { label: t('guardianship.mailLink'), url },
    afterwards: [
      t('guardianship.mailUntil', { date: formatDate(locale, expiresAt) }),
      t('guardianship.mailNotForYou'),
    ],
  }
}
