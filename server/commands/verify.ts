import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import type { PublicMessageKey } from '../platform/i18n/index.ts'
import { MAX_PICTURE_BYTES, openReader } from '../verifier/reading/index.ts'
import { verifyAnything, type Outcome } from '../verifier/any-document/index.ts'
import { verifyByCode, type VerifiedPage } from '../verifier/verification/index.ts'
import type { Services } from '../services.ts'
import { readInput } from './read-input.ts'
import { printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

const MAX_MEGABYTES = MAX_PICTURE_BYTES / 1_000_000

/**
 * `passerelle verify FILE|-`: a credential in any file that `/verify` reads, with the same verdict as the page's; exit code
 * 1 unless it is `verified`.
 */
export async function verify(config: Config, file: string, options: { json?: boolean }): Promise<void> {
  const source = await readInput(file, MAX_MEGABYTES)
  const reader = openReader(config)
  try {
    await withServices(config, async (services) => {
      const outcome = await verifyAnything({ ...services, reader }, source)
      const result = await verdictOf(services, outcome, file)
      if (options.json === true) printJson(result)
      else {
        console.log(t(`verdict.${result.verdict}.title`))
        for (const check of result.checks)
          console.log(`  ${check.status.padEnd(11)} ${check.name}  ${check.code}`)
      }
      if (result.verdict !== 'verified') process.exitCode = 1
    })
  } finally {
    await reader.close()
  }
}

async function verdictOf(services: Services, outcome: Outcome, file: string): Promise<VerifiedPage> {
  const refuse = (message: PublicMessageKey): never => {
    throw new AppError('invalid-input', {}, [{ field: file, message }])
  }
  switch (outcome.kind) {
    case 'verdict':
      return outcome.page
    case 'ours':
      return verifyByCode(services, outcome.code)
    case 'address':
      return refuse('anyDocument.problem.address')
    case 'open-badge-2':
      return refuse('anyDocument.older.explain')
    case 'problem':
      return refuse(`anyDocument.problem.${outcome.problem.code}`)
  }
}
