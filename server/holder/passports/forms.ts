import { z } from 'zod'
import { LANGUAGES, LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Request } from '../../platform/http/index.ts'
import { PASSPORT_FORMS, type PrintOptions } from './print-options.ts'

/**
 * How somebody wants a passport printed: `?form=booklet&lang=fr&with=de`. Each part that we cannot read is left out: a
 * paper in the usual form helps more than a question about an address that nobody typed.
 */
const printQuery = z.object({
  lang: z.enum(LOCALES).optional().catch(undefined),
  with: z.enum(LANGUAGES).optional().catch(undefined),
  form: z.enum(PASSPORT_FORMS).optional().catch(undefined),
})

/** The options of a request; `fallback` is the visitor's language. */
export function printOptionsOf(req: Request, fallback: Locale): PrintOptions {
  const asked = printQuery.parse(req.query)
  const locale = asked.lang ?? fallback
  return {
    locale,
    ...(asked.form === undefined ? {} : { form: asked.form }),
    ...(asked.with === undefined || asked.with === locale ? {} : { with: asked.with }),
  }
}
