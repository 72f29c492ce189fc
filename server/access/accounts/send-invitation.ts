import type { Locale } from '../../kernel/locale.ts'
import { formatDate, translator } from '../../platform/i18n/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { writeMail, type Letter } from '../mails/index.ts'
import type { Invitation } from './invitation.ts'

export interface SendInvitationDeps {
  readonly mailer: Mailer
  readonly views: Views
  readonly log: Logger
  readonly platformName: string
}

/** What the reader of an invitation is told. */
export interface InvitationFacts {
  readonly invitation: Invitation
  /** Name of the structure; undefined for the platform's admins. */
  readonly organisationName: string | undefined
  readonly inviterName: string
  readonly url: string
  readonly locale: Locale
}

/**
 * Mails the link. The invitation is kept whether or not the mail leaves: it can be sent again from the page.
 * @returns whether the mail server took it
 */
export async function sendInvitation(deps: SendInvitationDeps, facts: InvitationFacts): Promise<boolean> {
  try {
    const { invitation, locale } = facts
    await deps.mailer.send(writeMail(deps.views, locale, invitation.email, invitationLetter(deps, facts)))
    return true
  } catch (error) {
    deps.log.warn({ err: error, invitation: facts.invitation.id }, 'invitation mail not sent')
    return false
  }
}

function invitationLetter(deps: SendInvitationDeps, facts: InvitationFacts): Letter {
  const t = translator(facts.locale)
  const { invitation, organisationName, inviterName: inviter } = facts
  const where = organisationName ?? deps.platformName
  return {
    subject: t('mail.invitationSubject', { inviter, platform: deps.platformName }),
    greeting: t('mail.greeting', { name: invitation.name }),
    paragraphs: [
      t(`mail.invitationFrom-${invitation.role}`, { inviter, where }),
      t('mail.invitationAbout', { platform: deps.platformName }),
    ],
    link: { label: t('mail.invitationLink'), url: facts.url },
    afterwards: [
      t('mail.invitationUntil', { date: formatDate(facts.locale, invitation.expiresAt, 'long') }),
      t('mail.invitationNotForYou'),
    ],
  }
}
