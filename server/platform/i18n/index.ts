export { translator, type MessageKey, type Translate } from './translator.ts'
export { countryName, formatDate, languageName, negotiateLocale, type DateStyle } from './formats.ts'
