import { resolve } from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import type { Config } from '../platform/config/index.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { printJson, progressBar, t } from './terminal.ts'

/** `passerelle restore DIR`: checks a backup and puts it where DATA_DIR and KEYS_DIR say. */
export async function restore(
  config: Config,
  folder: string,
  options: { readonly force?: boolean; readonly json?: boolean },
): Promise<void> {
  const bar = progressBar(t('cli.checking'))
  const { manifest, setAside } = await restoreBackup(config, {
    from: resolve(folder),
    now: systemClock.now(),
    force: options.force,
    onProgress: bar.update.bind(bar),
  }).finally(() => bar.stop())
  const { createdAt, keys, database, publicUrl } = manifest
  if (options.json === true) {
    printJson({ createdAt, database, keys, publicUrl, files: manifest.files.length, setAside })
    return
  }
  console.log(t('cli.restored', { date: createdAt, count: manifest.files.length }))
  for (const aside of setAside) console.log(t('cli.restoredAside', { folder: aside }))
  if (keys === 'passphrase' && config.keysPassphrase === undefined) console.log(t('cli.restorePassphrase'))
  if (database === 'none') console.log(t('cli.backupNoDatabase'))
  if (publicUrl !== config.publicUrl) console.error(t('cli.restoreUrl', { url: publicUrl }))
}
