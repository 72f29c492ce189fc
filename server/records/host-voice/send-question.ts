import { writeMail, type Letter } from '../../access/mails/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import type { HostLink, HostRequest } from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hostPhrases } from './phrases.ts'
import type { Question } from './read-question.ts'

export interface QuestionLetter {
  readonly question: Question
  readonly request: HostRequest
  readonly link: HostLink
  readonly code: string
}

/** Where a code leads. */
export const linkUrl = (publicUrl: string, code: string): string => `${publicUrl}/h/${code}`

/**
 * Mails the link in the host's language; nothing in the message tells whether it was read. The link stays whether or not
 * the mail leaves.
 * @returns whether a mail server took it
 */
export async function sendQuestion(
  deps: HostVoiceDeps,
  letter: QuestionLetter & { readonly to: string },
): Promise<boolean> {
  try {
    const { to, request } = letter
    await deps.mailer.send(
      writeMail(deps.views, request.language, to, questionLetter(deps.publicUrl, letter)),
    )
    return true
  } catch (error) {
    // what a mail server answers may repeat the address: its kind of failure is all that is kept
    deps.log.warn({ link: letter.link.id, failure: failureOf(error) }, 'question to a host not mailed')
    return false
  }
}

const failureOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

export function questionLetter(publicUrl: string, { question, request, link, code }: QuestionLetter): Letter {
  const { language, say } = hostPhrases.in(request.language)
  const { stay, structure } = question
  const learner = fullName(question.learner)
  const organisation = structure.name
  const day = (value: string): string => formatDate(language, value)
  return {
    subject: say('mailSubject', { learner }),
    greeting:
      request.tutorName === null
        ? say('mailGreeting')
        : say('mailGreetingNamed', { tutor: request.tutorName }),
    paragraphs: [
      say('mailAbout', { learner, organisation, from: day(stay.startsOn), to: day(stay.endsOn) }),
      say('mailAsk'),
    ],
    link: { label: say('mailLink'), url: linkUrl(publicUrl, code) },
    afterwards: [
      say('mailUntil', { date: day(link.expiresAt) }),
      say('mailPrivacy'),
      say('mailNotForYou', { learner }),
    ],
    signature: say('mailSignature', { organisation }),
  }
}
