import { liftSuspension } from '../issuer/revocation/index.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle unsuspend CODE`: the credential is worth again what it was. */
export async function unsuspend(config: Config, id: string, options: { json?: boolean }): Promise<void> {
  await withServices(config, async (services) => {
    const { url, code, title } = await liftSuspension(services, OPERATOR, { credential: id })
    if (options.json === true) printJson({ id: url, code, suspendedAt: null })
    else console.log(t('cli.unsuspended', { title, code }))
  })
}
