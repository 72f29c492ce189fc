import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')))

/** What verifies here: a report names it, so that it can be read years later. */
export const SOFTWARE = { name: 'Passerelle', version } as const
