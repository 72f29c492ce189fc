import { revokeCredential } from '../issuer/revocation/index.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle revoke ID --reason …`: the credential's page says so from now on. */
export async function revoke(
  config: Config,
  id: string,
  options: { reason: string; json?: boolean },
): Promise<void> {
  await withServices(config, async (services) => {
    const record = await revokeCredential(services, OPERATOR, { credential: id, reason: options.reason })
    const result = {
      id: record.url,
      code: record.code,
      revokedAt: record.revokedAt,
      reason: record.revocationReason,
    }
    if (options.json === true) printJson(result)
    else console.log(t('cli.revoked', { title: record.title, code: record.code }))
  })
}
