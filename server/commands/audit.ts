import { linkEvents, verifyTrail, type AuditHead } from '../access/audit/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/**
 * `passerelle audit verify`: recomputes the chain of the audit trail from its first event. Exit code 1 when it does not
 * hold, and the number of the first event that is wrong.
 */
export async function auditVerify(
  config: Config,
  options: { readonly json?: boolean; readonly noted?: string },
): Promise<void> {
  const noted = options.noted === undefined ? undefined : parseNoted(options.noted)
  await withServices(config, async (services) => {
    // what the last server left unlinked is part of the trail
    await linkEvents(services)
    const report = await verifyTrail(services, { noted })
    if (!report.intact) process.exitCode = 1
    if (options.json === true) printJson(report)
    else {
      const { fault, head } = report
      if (fault === undefined) console.log(t('audit.intact', { count: report.events }))
      else console.log(t(`audit.fault-${fault.kind}`, { seq: String(fault.seq) }))
      if (fault === undefined && head.seq > 0)
        console.log(t('audit.head', { head: `${head.seq}:${head.link}` }))
    }
  })
}

/** `1234:link`, as an earlier run wrote it. */
function parseNoted(text: string): AuditHead {
  const [, seq = '', link = ''] = /^(\d{1,15}):([\w-]{43})$/.exec(text.trim()) ?? []
  if (link === '')
    throw new AppError('invalid-input', {}, [{ field: '--noted', message: 'audit.notedUnread' }])
  return { seq: Number(seq), link }
}
