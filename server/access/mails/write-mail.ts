import { DEFAULT_LOCALE, isLocale, type Language } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Mail } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'

/** What a short mail says: a greeting, some sentences, one link to follow, a last word. */
export interface Letter {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly link: { readonly label: string; readonly url: string }
  /** Said under the link: how long it lasts, what to do when it was not for you. */
  readonly afterwards: readonly string[]
  /** The network's own unless told; needed in a language that the platform itself does not speak. */
  readonly signature?: string
}

/** A letter as a mail: plain text, and the same words in sober HTML. */
export function writeMail(views: Views, locale: Language, to: string, letter: Letter): Mail {
  const signature =
    letter.signature ?? translator(isLocale(locale) ? locale : DEFAULT_LOCALE)('mail.signature')
  const text = [
    letter.greeting,
    ...letter.paragraphs,
    `${letter.link.label}\n${letter.link.url}`,
    ...letter.afterwards,
    signature,
  ].join('\n\n')
  const html = views.render(
    'mail/letter',
    { ...letter, signature, title: letter.subject },
    { locale, layout: null },
  )
  return { to, subject: letter.subject, text: `${text}\n`, html }
}
