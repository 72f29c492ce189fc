import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { hasType, type JsonObject } from '../../vc/index.ts'
import { endorsementPartId, type EndorsementPart } from './build-endorsement.ts'
import { codeOf } from './credential-url.ts'
import { dayOf } from './read-activity.ts'
import { credentialId, distinct, issuerProfile } from './signed-shape.ts'

/** What a host abroad says, read from the signed bytes of its endorsement. */
export interface EndorsementContent {
  /** Its `id`. */
  readonly url: string
  readonly code: string
  readonly title: string
  /** URL of the credential it speaks of. */
  readonly endorses: string
  readonly locale: Locale
  readonly holderName: string
  /** One sentence: what, where, when, as the credential of the stay tells it. */
  readonly stay: string
  readonly host: {
    readonly name: string
    /** « Brême, Allemagne » */
    readonly place: string
    /** « Anke Hansen, maître d’apprentissage », where they agreed to be named. */
    readonly tutor?: string
  }
  /** The host's own words, in the host's language. */
  readonly sentence?: string
  /** « du 2 mars 2026 au 29 mai 2026 », as the host says. */
  readonly dates: string
  /** How the host was reached, and when. */
  readonly reached: string
  readonly issuer: {
    readonly did: string
    readonly name: string
    readonly url?: string
    readonly email?: string
  }
  readonly awardedOn: IsoDate
  readonly validFrom: string
}

const text = z.string()

/** The parts of an EndorsementCredential of ours that are read back. */
const signedEndorsement = z.object({
  id: credentialId,
  type: z.array(text).refine((types) => types.includes('EndorsementCredential')),
  name: text,
  inLanguage: z.enum(LOCALES),
  validFrom: text,
  awardedDate: text.optional(),
  issuer: issuerProfile,
  credentialSubject: z.object({ id: credentialId, endorsementComment: text.optional() }),
  evidence: distinct(
    z.object({
      id: text.optional(),
      name: text.optional(),
      narrative: text.optional(),
      description: text.optional(),
    }),
  ),
})

export const isEndorsement = (document: JsonObject): boolean => hasType(document, 'EndorsementCredential')

/**
 * What one of our endorsements says, from its signed JSON alone, in the language it was written in. Proofs are not looked
 * at here.
 * @throws AppError `schema-mismatch` for a document that is not one of ours
 */
export function readEndorsement(signed: JsonObject): EndorsementContent {
  const parsed = signedEndorsement.safeParse(signed)
  if (!parsed.success) throw new AppError('schema-mismatch', {}, [], { cause: parsed.error })
  const { id, issuer, credentialSubject: subject, evidence, ...document } = parsed.data
  const part = (what: EndorsementPart) => {
    const found = evidence.find((one) => one.id === endorsementPartId(id, what))
    if (found === undefined) throw new AppError('schema-mismatch')
    return found
  }
  const host = part('host')
  const stay = part('stay')
  return {
    url: id,
    code: codeOf(id),
    title: document.name,
    endorses: subject.id,
    locale: document.inLanguage,
    holderName: stay.name ?? '',
    stay: stay.narrative ?? '',
    host: {
      name: host.name ?? '',
      place: host.description ?? '',
      ...(host.narrative === undefined ? {} : { tutor: host.narrative }),
    },
    ...(subject.endorsementComment === undefined ? {} : { sentence: subject.endorsementComment }),
    dates: part('dates').narrative ?? '',
    reached: part('link').narrative ?? '',
    issuer: {
      did: issuer.id,
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
      ...(issuer.email === undefined ? {} : { email: issuer.email }),
    },
    awardedOn: dayOf(document.awardedDate ?? document.validFrom),
    validFrom: document.validFrom,
  }
}
