import { z } from 'zod'
import type { CheckName } from '../../vc/index.ts'

const CHECK_NAMES = [
  'proof',
  'issuer',
  'validity',
  'status',
  'schema',
  'members',
] as const satisfies CheckName[]
const isCheckName = (name: unknown): name is (typeof CHECK_NAMES)[number] =>
  CHECK_NAMES.some((known) => known === name)

/** CCG VC-API names of our checks; names and options we do not know are ignored. */
const ALIASES: ReadonlyMap<unknown, CheckName> = new Map([
  ['credentialStatus', 'status'],
  ['credentialSchema', 'schema'],
])

const checks = z
  .array(z.unknown())
  .transform((names) => names.map((name) => ALIASES.get(name) ?? name).filter(isCheckName))
  .transform((names) => (names.length === 0 ? undefined : names))
  .catch(undefined)

const credentialOptions = z.object({ checks: checks.optional() }).catch({})
const presentationOptions = z.object({
  challenge: z.string().max(1000).optional(),
  domain: z.string().max(1000).optional(),
})

/** `POST /credentials/verify`. What is inside the credential is the verifier's question, not the form's. */
export const verifyCredentialRequest = z.object({
  verifiableCredential: z.unknown().refine((value) => value !== undefined),
  options: credentialOptions.optional(),
})

/** `POST /presentations/verify`. A challenge or domain that is no text is refused: it would not be compared. */
export const verifyPresentationRequest = z.object({
  verifiablePresentation: z.unknown().refine((value) => value !== undefined),
  options: presentationOptions.optional(),
})
