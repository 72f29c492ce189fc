import { z } from 'zod'

/** The form of `/verify`: a document pasted into it; a file comes beside it. */
export const verifyForm = z.object({ document: z.string().default('') })

/** `?code=` of `/verify`: a public code as a person types it. */
export const codeQuery = z.object({ code: z.string().max(100) })
