import { z } from 'zod'
import type { JsonObject } from '../../vc/index.ts'
import { isJsonObject } from '../../vc/index.ts'
import { Refusal } from './refusal.ts'

const MAX_POINTERS = 200

/** RFC 6901: empty, or parts that each begin with a slash, `~` written `~0` and `/` written `~1`. */
const pointers = z
  .array(
    z
      .string()
      .max(2000)
      .regex(/^(\/([^~/]|~[01])*)*$/),
  )
  .max(MAX_POINTERS)

export interface IssueRequest {
  readonly credential: JsonObject
  readonly mandatoryPointers: readonly string[]
}

/**
 * `POST /credentials/issue`. What is inside the credential is judged by `vc`; options that an instance does not know are
 * ignored, and only some know of pointers.
 */
export function parseIssueRequest(body: unknown, knows: { pointers: boolean }): IssueRequest {
  const { credential, options } = requireObject(body)
  if (!isJsonObject(credential)) throw new Refusal({ code: 'credential-missing', pointer: '/credential' })
  const mandatoryPointers = knows.pointers ? parsePointers(options, 'mandatoryPointers') : []
  return { credential, mandatoryPointers }
}

export interface DeriveRequest {
  readonly credential: JsonObject
  readonly selectivePointers: readonly string[]
}

/** `POST /credentials/derive`. */
export function parseDeriveRequest(body: unknown): DeriveRequest {
  const { verifiableCredential: credential, options } = requireObject(body)
  if (!isJsonObject(credential))
    throw new Refusal({ code: 'credential-missing', pointer: '/verifiableCredential' })
  return { credential, selectivePointers: parsePointers(options, 'selectivePointers') }
}

const MAX_ID_BYTES = 2000

/** Whether we can keep an `id` that a client chose, and find it again: an index holds no long text, PostgreSQL no NUL. */
export const isKeepable = (id: string): boolean =>
  id !== '' && Buffer.byteLength(id) <= MAX_ID_BYTES && !id.includes('\0')

const statusRequest = z.object({
  credentialId: z.string().refine(isKeepable),
  credentialStatus: z.object({
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.string().max(100),
  }),
  status: z.boolean(),
})

export type StatusRequest = z.output<typeof statusRequest>

/** `POST /credentials/status`. */
export function parseStatusRequest(body: unknown): StatusRequest {
  const parsed = statusRequest.safeParse(body)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path ?? []
  throw new Refusal({ code: 'request-malformed', pointer: path.map((part) => `/${String(part)}`).join('') })
}

function requireObject(body: unknown): JsonObject {
  if (!isJsonObject(body)) throw new Refusal({ code: 'request-malformed', pointer: '' })
  return body
}

function parsePointers(options: unknown, name: string): readonly string[] {
  const asked = isJsonObject(options) ? options[name] : undefined
  if (asked === undefined) return []
  const parsed = pointers.safeParse(asked)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path[0]
  throw new Refusal({
    code: 'pointers-invalid',
    pointer: `/options/${name}${at === undefined ? '' : `/${String(at)}`}`,
  })
}
