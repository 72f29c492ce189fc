import { AppError } from '../kernel/errors.ts'
import { completeReissue, reissueSession, requestReissue } from '../issuer/reissue/index.ts'
import { findNamedCredential } from '../issuer/revocation/index.ts'
import type { Services } from '../compose.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, progressBar, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle reissue CODE…` or `--session ID`: the same again, under new codes, signed with the key of today. */
export async function reissue(
  config: Config,
  names: readonly string[],
  options: { session?: string; json?: boolean },
): Promise<void> {
  if ((options.session === undefined) === (names.length === 0))
    throw new AppError('invalid-input', {}, [{ field: '--session', message: 'fields.reissueWhat' }])
  await withServices(config, async (services) => {
    const bar = progressBar(t('cli.reissuing'))
    const progress = (done: number, total: number): void => bar.update(done, total)
    const done = await (
      options.session === undefined
        ? reissueNamed(services, names, progress)
        : reissueSession(services, OPERATOR, { sessionId: options.session, onProgress: progress })
    ).finally(() => bar.stop())
    const { batchId, credentials, signed, failed, skipped } = done
    if (options.json === true)
      printJson({
        batchId,
        credentials: credentials.map(({ code, kind }) => ({ code, kind })),
        signed,
        failed,
        skipped,
      })
    else console.log(t('cli.reissued', { signed, failed }))
    if (failed > 0) process.exitCode = 1
  })
}

async function reissueNamed(
  services: Services,
  names: readonly string[],
  progress: (done: number, total: number) => void,
) {
  const records = []
  for (const name of names) {
    const record = await findNamedCredential(services.db, name)
    if (record === undefined) throw new AppError('not-found')
    records.push(record)
  }
  const credentialIds = records.map(({ id }) => id)
  const batch = await services.db.transaction((trx) =>
    requestReissue(trx, services, OPERATOR, { credentialIds, reason: 'renewal' }),
  )
  return { ...batch, ...(await completeReissue(services, batch.batchId, progress)) }
}
