import { z } from 'zod'

const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000)
const envelope = {
  id: base64url.min(1).max(1500),
  rawId: base64url.min(1).max(1500),
  type: z.literal('public-key'),
  // we ask for no extension and read none
  clientExtensionResults: z.unknown().transform(() => ({})),
}

/** `PublicKeyCredential.toJSON()` of a key that was just made (WebAuthn §5.1). */
export const registrationAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})

/** The same of a key that signed. */
export const authenticationAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    // a key that keeps no list of its owners says null, or nothing
    userHandle: base64url
      .max(128)
      .nullish()
      .transform((handle) => handle ?? undefined),
  }),
})

const clientData = z.object({ challenge: z.string().max(200) })

/** The challenge that was signed, as the browser says; undefined when it says nothing readable. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))).challenge
  } catch {
    return undefined
  }
}

/** What its owner calls a key. */
export const passkeyName = z.string().trim().max(60, 'fields.tooLong')

/** What a passkey answered, put into a form as JSON by the page's script; undefined when it cannot be read. */
export const passkeyAnswer = z
  .string()
  .max(30_000)
  .transform((text): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  })
