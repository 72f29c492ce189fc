export {
  hasMessage,
  translator,
  type MessageKey,
  type PublicMessageKey,
  type PublicTranslate,
  type Translate,
} from './translator.ts'
export {
  countryName,
  formatDate,
  formatMonths,
  languageName,
  negotiateLocale,
  negotiatePublic,
  weekdayOf,
  type DateStyle,
} from './formats.ts'
export { createPhrasebook, type AnySpeech, type Phrasebook, type Speech } from './phrasebook.ts'
