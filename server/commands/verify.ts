import { readFile, stat } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { verifyDocument } from '../verifier/verification/index.ts'
import { printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

const MAX_MEGABYTES = 2

/** `passerelle verify FILE|-`: the same verdict as the page's; exit code 1 unless it is `verified`. */
export async function verify(config: Config, file: string, options: { json?: boolean }): Promise<void> {
  const document = parseJson(await readInput(file))
  await withServices(config, async (services) => {
    const result = await verifyDocument(services, document)
    if (options.json === true) printJson(result)
    else {
      console.log(t(`verdict.${result.verdict}.title`))
      for (const check of result.checks)
        console.log(`  ${check.status.padEnd(11)} ${check.name}  ${check.code}`)
    }
    if (result.verdict !== 'verified') process.exitCode = 1
  })
}

async function readInput(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  if ((await stat(file)).size > MAX_MEGABYTES * 1_000_000)
    throw new AppError('file-too-large', { max: MAX_MEGABYTES })
  return readFile(file, 'utf8')
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    throw new AppError('malformed-json', {}, [], { cause })
  }
}
