import { z } from 'zod'
import { LOCALES } from '../../kernel/locale.ts'
import { isJsonObject, type JsonObject } from '../../vc/index.ts'

/** Open Badges JSON-LD lets a set of one stand without its array. */
const setOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(item),
  )

/**
 * A set of nodes, each described once: RDF makes one of those with the same `id`, so that a holder could write a node twice
 * or in two halves, and the signature would hold.
 */
export const distinct = <Item extends z.ZodType<{ id?: string | undefined }>>(item: Item) =>
  setOf(item).refine((items) => {
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined)
    return new Set(ids).size === ids.length
  })

const text = z.string()
/** Where one of ours is found, on whatever host: its public code ends it. */
export const credentialId = z.string().regex(/^https?:\/\/[^?#]+\/credentials\/[0-9A-HJKMNP-TV-Z]{12}$/)

const rubricLevel = z.object({ id: text, name: text, level: text.optional() })
const resultDescription = z.object({
  id: text,
  valueMax: text.optional(),
  rubricCriterionLevel: distinct(rubricLevel),
})

const achievement = z.object({
  id: text,
  achievementType: text.optional(),
  humanCode: text.optional(),
  inLanguage: z.enum(LOCALES),
  name: text,
  description: text,
  resultDescription: distinct(resultDescription),
})

const source = z.object({
  name: text.optional(),
  address: z.object({ addressLocality: text.optional(), addressCountryCode: text.optional() }).optional(),
})

export const issuerProfile = z.object({
  id: text,
  name: text,
  url: text.optional(),
  email: text.optional(),
  official: text.optional(),
})

/** The parts of an OpenBadgeCredential of ours that are read back; everything else is left alone. */
export const signedCredential = z.object({
  id: credentialId,
  type: z.array(text).refine((types) => types.includes('OpenBadgeCredential')),
  name: text,
  validFrom: text,
  awardedDate: text.optional(),
  issuer: issuerProfile,
  credentialSubject: z.object({
    name: text,
    activityStartDate: text.optional(),
    activityEndDate: text.optional(),
    role: text.optional(),
    narrative: text.optional(),
    source: source.optional(),
    achievement,
    result: setOf(
      z.object({
        resultDescription: text.optional(),
        achievedLevel: text.optional(),
        value: text.optional(),
      }),
    ),
  }),
  evidence: distinct(
    z.object({
      id: text.optional(),
      name: text.optional(),
      narrative: text.optional(),
      genre: text.optional(),
    }),
  ),
})
export type SignedCredential = z.output<typeof signedCredential>

/** The parts of a ClrCredential of ours that are read back. */
export const signedPassport = z.object({
  id: credentialId,
  type: z.array(text).refine((types) => types.includes('ClrCredential')),
  validFrom: text,
  awardedDate: text.optional(),
  inLanguage: z.enum(LOCALES),
  issuer: issuerProfile,
  credentialSubject: z.object({
    name: text,
    verifiableCredential: setOf(z.custom<JsonObject>(isJsonObject)),
  }),
})
