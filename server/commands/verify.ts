import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { MAX_DOCUMENT_BYTES, parseDocument, verifyDocument } from '../verifier/verification/index.ts'
import { readInput } from './read-input.ts'
import { printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

const MAX_MEGABYTES = MAX_DOCUMENT_BYTES / 1_000_000

/** `passerelle verify FILE|-`: the same verdict as the page's; exit code 1 unless it is `verified`. */
export async function verify(config: Config, file: string, options: { json?: boolean }): Promise<void> {
  const source = Buffer.from(await readInput(file, MAX_MEGABYTES)).toString('utf8')
  const parsed = parseDocument(source)
  if (!parsed.ok) throw new AppError('invalid-input', {}, [{ field: file, message: parsed.message }])
  await withServices(config, async (services) => {
    const result = await verifyDocument(services, parsed.document)
    if (options.json === true) printJson(result)
    else {
      console.log(t(`verdict.${result.verdict}.title`))
      for (const check of result.checks)
        console.log(`  ${check.status.padEnd(11)} ${check.name}  ${check.code}`)
    }
    if (result.verdict !== 'verified') process.exitCode = 1
  })
}
