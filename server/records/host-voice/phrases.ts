import { hostDictionaries, HOST_LANGUAGES } from '../../../templates/locales/host/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { createPhrasebook, type Speech } from '../../platform/i18n/index.ts'
import type { Mobility } from '../mobilities/index.ts'

/** The words of the pages, mails and papers for hosts abroad. */
export { HOST_LANGUAGES }
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
