import { inGroupsOfFour } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { countryName, formatDate, languageName, type Translate } from '../../platform/i18n/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import { levelModel, levelOf } from '../assessments/index.ts'
import { fullName } from '../learners/index.ts'
import type { Asked } from './ask-host.ts'
import { HOST_LANGUAGES, hostPhrases, languageFor } from './phrases.ts'
import type { HostStatus } from './read-status.ts'
import { linkUrl } from './send-question.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export interface TypedAsk {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** The question about a stay: what was sent, what came back, what can be done. */
export function statusModel(
  status: HostStatus,
  words: Words,
  { refused, justAsked }: { readonly refused?: TypedAsk | undefined; readonly justAsked: boolean },
) {
  const { question, request, links, answer, closed } = status
  const { t, locale } = words
  const name = fullName(question.learner)
  const live = request !== undefined && request.withdrawnAt === null
  const [link] = links
  return {
    title: t('hostVoice.title', { name }),
    section: 'learners',
    pageClass: 'narrow',
    path: `/mobilities/${question.stay.id}/host`,
    back: `/mobilities/${question.stay.id}`,
    name,
    stay: stayLine(status, words),
    sent: justAsked && live ? sentWords(status, words) : undefined,
    steps: link === undefined || !live ? [] : stepsOf(status, words),
    closed: live && closed !== undefined ? t(`hostVoice.closed-${closed}`) : undefined,
    withdrawn: request?.withdrawnAt
      ? t('hostVoice.withdrawnOn', { date: formatDate(locale, request.withdrawnAt) })
      : undefined,
    answer: answer && answerModel(status, words),
    endorsement: status.endorsementCode === undefined ? undefined : `/v/${status.endorsementCode}`,
    waits: status.waits,
    asked: live,
    mayWithdraw: live,
    askLabel: t(live ? 'hostVoice.askAgain' : 'hostVoice.ask'),
    form: formModel(status, words, refused),
  }
}

function formModel({ question, request }: HostStatus, { locale, t }: Words, refused: TypedAsk | undefined) {
  return {
    values: {
      tutorName: request?.tutorName ?? question.stay.hostMentor ?? '',
      tutorEmail: request?.tutorEmail ?? '',
      language: request?.language ?? languageFor(question.stay),
      ...refused?.typed,
    },
    problems: refused?.problems ?? [],
    languages: HOST_LANGUAGES.map((code) => ({ value: code, label: languageName(locale, code) })),
    emailHint: t('hostVoice.emailHint'),
  }
}

function stayLine({ question: { stay } }: HostStatus, { locale, t }: Words): string {
  const where = [stay.hostName, stay.hostTown, countryName(locale, stay.hostCountry)]
    .filter(Boolean)
    .join(', ')
  const from = formatDate(locale, stay.startsOn)
  return `${where} · ${t('sessions.fromTo', { from, to: formatDate(locale, stay.endsOn) })}`
}

/** « Renvoyé à … le … »: said on the page that follows, because nobody sees a mail leave. */
function sentWords({ links, request }: HostStatus, { locale, t }: Words) {
  const mails = links.filter(({ way }) => way === 'mail')
  const [link] = mails
  const to = request?.tutorEmail
  if (link === undefined || link !== links[0] || !to) return undefined
  const at = { date: formatDate(locale, link.madeAt, 'time'), to }
  if (link.sentAt === null) return { tone: 'warning', text: t('hostVoice.notSent', at) }
  return { tone: 'success', text: t(mails.length > 1 ? 'hostVoice.sentAgain' : 'hostVoice.sent', at) }
}

/** What happened to the link, in order. */
function stepsOf({ links, request, answer }: HostStatus, { locale, t }: Words) {
  const [link] = links
  if (link === undefined) return []
  const at = (value: string): string => formatDate(locale, value, 'time')
  const mailed = link.way === 'mail'
  const to = request?.tutorEmail
  const made = mailed
    ? link.sentAt === null
      ? t('hostVoice.stepNotSent')
      : t(to ? 'hostVoice.stepSentTo' : 'hostVoice.stepSent', { date: at(link.sentAt), to: to ?? '' })
    : t('hostVoice.stepPrinted', { date: at(link.madeAt) })
  return [
    { done: !mailed || link.sentAt !== null, text: made },
    {
      done: link.openedAt !== null,
      text:
        link.openedAt === null
          ? t('hostVoice.stepUnopened')
          : t('hostVoice.stepOpened', { date: at(link.openedAt) }),
    },
    {
      done: answer !== undefined,
      text:
        answer === undefined
          ? t('hostVoice.stepUnanswered', { date: formatDate(locale, link.expiresAt) })
          : t('hostVoice.stepAnswered', { date: at(answer.updatedAt) }),
    },
  ]
}

function answerModel({ answer, question, competences }: HostStatus, words: Words) {
  if (answer === undefined) return undefined
  const { t, locale } = words
  const { stay } = question
  const same = answer.startsOn === stay.startsOn && answer.endsOn === stay.endsOn
  const dates = t('sessions.fromTo', {
    from: formatDate(locale, answer.startsOn),
    to: formatDate(locale, answer.endsOn),
  })
  return {
    who: [answer.tutorName, answer.tutorRole].filter(Boolean).join(', '),
    named: t(answer.namedAt === null ? 'hostVoice.notNamed' : 'hostVoice.named'),
    sentence: answer.sentence,
    language: answer.language,
    dates: same ? t('hostVoice.datesConfirmed', { dates }) : undefined,
    otherDates: same ? undefined : t('hostVoice.otherDates', { dates }),
    levels: competences.flatMap((competence) => {
      const said = answer.levels[competence.code]
      const level = said === undefined ? undefined : levelModel(competence, levelOf(competence, said), words)
      return level === undefined ? [] : [{ ...level, label: competence.label[locale] }]
    }),
  }
}

/** A sheet of paper for the host, in the host's language. */
export function paperModel(
  { question, request, link, code }: Asked,
  publicUrl: string,
  { t, locale }: Words,
) {
  const speech = hostPhrases.in(request.language)
  const { say, language } = speech
  const learner = fullName(question.learner)
  const day = (value: string): string => formatDate(language, value)
  const url = linkUrl(publicUrl, code)
  return {
    speech,
    model: {
      title: say('paperTitle'),
      pageClass: 'host-paper',
      heading: say('paperTitle'),
      paperFor: say('paperFor', { learner }),
      about: say('mailAbout', {
        learner,
        organisation: question.structure.name,
        from: day(question.stay.startsOn),
        to: day(question.stay.endsOn),
      }),
      text: say('paperText'),
      qr: qrSvg(url.toUpperCase(), say('paperQr')),
      type: say('paperType', { address: `${publicUrl.replace(/^https?:\/\//, '')}/h` }),
      code: inGroupsOfFour(code),
      until: say('paperUntil', { date: day(link.expiresAt) }),
      signature: say('mailSignature', { organisation: question.structure.name }),
      oneLanguage: true,
      // around the sheet, for whoever prints it
      staff: {
        locale,
        back: `/mobilities/${question.stay.id}/host`,
        backLabel: t('hostVoice.heading'),
        hint: t('hostVoice.paperHint', { language: languageName(locale, language) }),
      },
    },
  }
}
