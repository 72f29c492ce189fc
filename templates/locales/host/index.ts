// The dictionaries of the pages and mails for hosts abroad, in the order in which a page offers them.
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'

export const HOST_LANGUAGES = ['en', 'de', 'es', 'pt', 'fr'] as const
export const hostDictionaries = { en, de, es, pt, fr }
