export { hasMessage, translator, type MessageKey, type Translate } from './translator.ts'
export {
  countryName,
  formatDate,
  languageName,
  negotiateLocale,
  weekdayOf,
  type DateStyle,
} from './formats.ts'
export { createPhrasebook, type AnySpeech, type Phrasebook, type Speech } from './phrasebook.ts'
