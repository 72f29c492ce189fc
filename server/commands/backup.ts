import { resolve } from 'node:path'
import type { Config } from '../platform/config/index.ts'
import { systemClock } from '../kernel/clock.ts'
import { takeBackup } from './backup/take-backup.ts'
import { printJson, progressBar, t } from './terminal.ts'

export interface BackupCommandOptions {
  readonly out: string
  readonly withoutDatabase?: boolean
  readonly acceptUnprotected?: boolean
  readonly json?: boolean
}

/** `passerelle backup --out DIR`: database, files and keys in a new folder; a server may go on meanwhile. */
export async function backup(config: Config, options: BackupCommandOptions): Promise<void> {
  const out = resolve(options.out)
  const bar = progressBar(t('cli.checking'))
  const manifest = await takeBackup(config, {
    out,
    now: systemClock.now(),
    withoutDatabase: options.withoutDatabase,
    acceptUnprotected: options.acceptUnprotected,
    onProgress: bar.update.bind(bar),
  }).finally(() => bar.stop())
  const { keys, database, files } = manifest
  if (options.json === true) {
    printJson({ out, database, keys, files: files.length, bytes: total(files) })
    return
  }
  console.log(t('cli.backupDone', { out, count: files.length, megabytes: Math.ceil(total(files) / 1e6) }))
  if (keys === 'passphrase') console.log(t('cli.backupPassphrase'))
  if (keys === 'key-file') console.error(t('cli.backupUnprotected', { out }))
  if (config.keyStore.kind === 'pkcs11') console.log(t('cli.backupToken'))
  if (database === 'none') console.log(t('cli.backupNoDatabase'))
}

const total = (files: readonly { readonly bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)
