import { z } from 'zod'

/** The ESCO skills that each competence names, by the URL of its credential. */
export type EscoSkills = ReadonlyMap<string, readonly { readonly uri: string; readonly name: string }[]>

const ESCO_SKILL = /^http:\/\/data\.europa\.eu\/esco\/skill\/[\w.-]+$/

const alignment = z.object({
  targetType: z.string().optional(),
  targetUrl: z.string(),
  targetName: z.string(),
})
const member = z.object({
  id: z.string(),
  credentialSubject: z.object({
    achievement: z.object({ alignment: z.array(alignment).optional() }).optional(),
  }),
})
const collection = z.object({
  credentialSubject: z.object({
    // endorsements are members too, and name no skill
    verifiableCredential: z.array(z.union([member, z.unknown().transform(() => undefined)])),
  }),
})

/** Reads them from the passport's signed text: nothing that was not signed is said of a competence. */
export function readEsco(signedJson: string): EscoSkills {
  const { verifiableCredential: members } = collection.parse(JSON.parse(signedJson)).credentialSubject
  return new Map(
    members.flatMap((one) => {
      if (one === undefined) return []
      const skills = (one.credentialSubject.achievement?.alignment ?? [])
        .filter(({ targetType, targetUrl }) => targetType === 'ext:ESCO' && ESCO_SKILL.test(targetUrl))
        .map(({ targetUrl, targetName }) => ({ uri: targetUrl, name: targetName }))
      return [[one.id, skills] as const]
    }),
  )
}
