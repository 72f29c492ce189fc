import type { fr } from './fr/index.ts'
import type { SameKeys } from './messages.ts'

/** What strangers read, an employer or a partner abroad: it exists in every language of `LANGUAGES`. */
export type PublicNamespace = 'anyDocument' | 'common' | 'passport' | 'phone' | 'scan' | 'shared' | 'verdict'

/** The dictionary of a language that only such pages speak. */
export type PublicCatalogue = { readonly [Namespace in PublicNamespace]: SameKeys<(typeof fr)[Namespace]> }
