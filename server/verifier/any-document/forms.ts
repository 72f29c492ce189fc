import { z } from 'zod'

/** The form of `/verify`: a code, or anything pasted; a file comes beside them. */
export const verifyForm = z.object({
  document: z.string().default(''),
  code: z.string().max(100).default(''),
})

/** `?code=` of `/verify`: a public code as a person types it. */
export const codeQuery = z.object({ code: z.string().max(100) })
