import { competenceWords, hostDictionaries } from '../../../templates/locales/host/index.ts'
import type { Competence, LevelCode } from '../../issuer/achievements/index.ts'
import { isLocale, type Language } from '../../kernel/locale.ts'
import { createPhrasebook, languageName, type Speech } from '../../platform/i18n/index.ts'
import type { Mobility } from '../mobilities/index.ts'

/** The words of the pages, mails and papers for hosts abroad. */
export const hostPhrases = createPhrasebook(hostDictionaries)
export type HostPhrase = keyof (typeof hostDictionaries)['en']
export type HostSpeech = Speech<HostPhrase>

/** What is most likely read where the host is; English for everybody else. */
const LANGUAGE_OF: Readonly<Record<string, Language>> = {
  ...languageIn('de', ['DE', 'AT', 'CH', 'LI']),
  ...languageIn('es', ['ES', 'AR', 'BO', 'CL', 'CO', 'CR', 'EC', 'GT', 'MX', 'PA', 'PE', 'PY', 'UY', 'VE']),
  ...languageIn('pt', ['PT', 'BR', 'AO', 'CV', 'MZ']),
  ...languageIn('fr', ['BE', 'LU', 'MC', 'SN', 'CI', 'MA', 'TN', 'RE', 'GP', 'MQ', 'GF', 'YT', 'FR']),
}

function languageIn(language: Language, countries: readonly string[]): Record<string, Language> {
  return Object.fromEntries(countries.map((country) => [country, language]))
}

export const languageFor = ({ hostCountry }: Pick<Mobility, 'hostCountry'>): Language =>
  LANGUAGE_OF[hostCountry] ?? 'en'

/** A competence in the reader's language; in English where nobody has written it in theirs. */
export function competenceIn(speech: HostSpeech, { code, kind, label, description }: Competence) {
  const { language, say } = speech
  if (kind === 'language') {
    const name = languageName(language, code.replace(/^LANG-/, ''))
    return { label: say('languageSkill', { language: name }), about: say('languageSkillAbout') }
  }
  if (isLocale(language)) return { label: label[language], about: description[language] }
  const words: Readonly<Record<string, { label: string; about: string }>> = competenceWords[language]
  return words[code] ?? { label: label.en, about: description.en }
}

export const levelIn = (speech: HostSpeech, level: LevelCode): string => speech.say(`level-${level}`)
