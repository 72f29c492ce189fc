import type { JsonObject } from '../../vc/index.ts'

/** What the thing was read from: said to people, and to machines. */
export type Carrier = 'text' | 'pdf' | 'png' | 'svg' | 'qr'

/** What somebody gave us, as far as it can be said without believing a word of it. */
export type Reading = Found | ReadingProblem
export type Found = ReadCredential | ReadToken | ReadLink | ReadOpenBadge2

interface Carried {
  readonly carrier: Carrier
  /** How many others stood beside it, such as the passports of a whole session in one PDF. */
  readonly others: number
  /** The presentations it was taken out of, one inside the other (VCDM 2.0, 4.13). */
  readonly presentations?: readonly JsonObject[]
}

/** A JSON document that looks like a credential of VCDM 2.0 or 1.1. */
export interface ReadCredential extends Carried {
  readonly kind: 'credential'
  readonly document: JsonObject
}

/** A credential as a compact token (VC-JWT). */
export interface ReadToken extends Carried {
  readonly kind: 'jwt'
  readonly token: string
}

/** An address: of one of our documents, or any other, which is shown and never followed. */
export interface ReadLink extends Carried {
  readonly kind: 'link'
  readonly to:
    | {
        /** Twelve Crockford symbols. */
        readonly code: string
        /** The compact proof behind the `#`. */
        readonly digits?: string
      }
    | { readonly address: string }
}

/** An assertion of Open Badges 2.0 (or 1.x): the assertion, or where it is kept, or both. */
export interface ReadOpenBadge2 extends Carried {
  readonly kind: 'open-badge-2'
  readonly assertion?: JsonObject
  readonly url?: string
  /** It came as a signed token (Open Badges 2.0, signed badges), whose signature we do not check. */
  readonly signed: boolean
}

/** Why nothing can be verified: each has its sentence in `templates/locales/<language>/any-document.ts`. */
export type ReadingProblemCode =
  | 'nothing'
  | 'not-recognised'
  | 'too-large'
  | 'too-deep'
  | 'too-slow'
  | 'busy'
  | 'damaged' // its first bytes promise more than follows
  | 'pdf-without-attachment'
  | 'pdf-encrypted'
  | 'picture-without-code'
  | 'picture-too-large'
  | 'picture-format' // HEIC, GIF, TIFF…: nothing we take apart
  | 'svg-with-entities'
  | 'svg-without-badge'
  | 'archive'
  | 'not-a-credential' // JSON of another kind
  | 'badge-class' // what a badge is, not who got it
  | 'europass' // European Digital Credential, sealed with JAdES
  | 'sd-jwt'
  | 'jwt-presentation'
  | 'jwt-other'
  | 'qr-other' // `said` is what the code says

export interface ReadingProblem {
  readonly kind: 'problem'
  readonly code: ReadingProblemCode
  /** Text of the other side, cut short: shown as text, never as a link. */
  readonly said?: string
}

export const problem = (code: ReadingProblemCode): ReadingProblem => ({ kind: 'problem', code })

/** What stands in a file may be a text that stands for a file: each reader gets what it needs to read on. */
export interface ReadingContext {
  /** Origin of our own addresses. */
  readonly publicUrl: string
  readonly carrier: Carrier
  /** How often something was unwrapped on the way here. */
  readonly nesting: number
  /** Reads what was unwrapped, whatever it is. */
  readonly readOn: (source: Uint8Array | string, context: ReadingContext) => Promise<Reading>
}

/** A `data:` address with a picture with a code in it is as deep as anybody goes. */
export const MAX_NESTING = 4

/** One step further in. */
export const inside = (context: ReadingContext, carrier = context.carrier): ReadingContext => ({
  ...context,
  carrier,
  nesting: context.nesting + 1,
})

export const carried = ({ carrier }: ReadingContext): Pick<Carried, 'carrier' | 'others'> => ({
  carrier,
  others: 0,
})

/** Characters of somebody else's text that a page shows. */
const MAX_SAID = 300
export const cutShort = (text: string): string =>
  text.length > MAX_SAID ? `${text.slice(0, MAX_SAID)}…` : text
