import { findStatusEntries } from '../issuer/status-lists/index.ts'
import { suspendCredential } from '../issuer/revocation/index.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle suspend CODE --reason …`: the credential's page says that it is paused, until `unsuspend`. */
export async function suspend(
  config: Config,
  id: string,
  options: { reason: string; json?: boolean },
): Promise<void> {
  await withServices(config, async (services) => {
    const record = await suspendCredential(services, OPERATOR, { credential: id, reason: options.reason })
    const entries = await findStatusEntries(services.db, record.id)
    const published = entries.some(({ purpose }) => purpose === 'suspension')
    const { url, code, suspendedAt, suspensionReason: reason } = record
    if (options.json === true) printJson({ id: url, code, suspendedAt, reason, published })
    else console.log(t(published ? 'cli.suspended' : 'cli.suspendedHere', { title: record.title, code }))
  })
}
