import type { CredentialContent } from '../../../issuer/credentials/index.ts'
import type { Language } from '../../../kernel/locale.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { describeStay } from './describe-stay.ts'
import type { Telling } from './frame.ts'
import { inEach, type Words } from './tongues.ts'

export interface Observation {
  /** In the words of whoever saw it: it is never translated. */
  readonly text: string
  /** The language it was written in. */
  readonly language: Language
  /** Who says it, of what, when; in the other language only when. */
  readonly source: readonly Words[]
  /** The host abroad says it, and not the trainer. */
  readonly byHost?: true
}

/** A quote names the competences it speaks of while they are few; written under all of them, it speaks of the person. */
const FEW = 3

interface Source {
  readonly credential: CredentialContent
  /** What it speaks of; nothing when it speaks of the person as a whole. */
  readonly about: Set<string>
  readonly ofPerson: boolean
}

/** Every observation; the same words written for several competences are said once. */
export function findObservations(telling: Telling): Observation[] {
  const { content } = telling
  const byText = new Map<string, Source>()
  // what is said of the person as a whole is signed with the stay, and comes first
  for (const credential of [...content.mobilities, ...content.competences]) {
    const text = credential.observation?.trim()
    if (!text) continue
    const { competence } = credential
    const known = byText.get(text) ?? { credential, about: new Set<string>(), ofPerson: !competence }
    if (competence && !known.ofPerson) known.about.add(competence.label)
    byText.set(text, known)
  }
  const seen = [...byText].map(([text, source]): Observation => ({
    text,
    language: source.credential.locale,
    source: sourceOf(source, telling, byText.size === 1),
  }))
  return [...seen, ...saidByHosts(telling)]
}

function sourceOf({ credential, about, ofPerson }: Source, telling: Telling, isAlone: boolean): Words[] {
  const said = !ofPerson && (isAlone || about.size > FEW) ? [] : [...about]
  const { attestedBy, issuer, awardedOn, mobility } = credential
  const isStay = ofPerson && mobility !== undefined && telling.content.stays.length > 1
  const stay = isStay ? [describeStay(mobility, telling.locale, telling.t).where] : []
  // a date stays on one line
  const [day, ...abroad] = inEach(telling.tongues, ({ language }) =>
    formatDate(language, awardedOn).replaceAll(' ', '\u00a0'),
  )
  const who = [attestedBy, issuer.name, day?.text].filter(Boolean).join(', ')
  return [{ text: [...stay, ...said, who].join(' · ') }, ...abroad]
}

function saidByHosts({ content, tongues, locale }: Telling): Observation[] {
  return content.endorsements.flatMap(({ sentence, host }): Observation[] => {
    const name = [host.tutor, host.name, host.place].filter(Boolean).join(', ')
    return sentence === undefined
      ? []
      : [
          {
            text: sentence,
            language: locale,
            source: inEach(tongues, ({ t }) => t('passport.saidByHost', { name })),
            byHost: true,
          },
        ]
  })
}
