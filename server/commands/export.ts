import { PROJECT_DIR } from '../compose.ts'
import type { Config } from '../platform/config/index.ts'
import { exportKit } from '../verifier/verification-kit/index.ts'
import { printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle export verification-kit --out DIR`: a folder that verifies our credentials without us. */
export async function exportVerificationKit(
  config: Config,
  options: { out: string; json?: boolean },
): Promise<void> {
  const kit = await withServices(config, (services) =>
    exportKit({ ...services, projectDir: PROJECT_DIR }, options.out),
  )
  if (options.json === true) {
    printJson(kit)
    return
  }
  console.log(t('kit.written', { count: kit.files, out: kit.out }))
  console.log(t('kit.fingerprint', { digest: kit.manifestSha256 }))
}
