import { SingleBar } from 'cli-progress'
import { AppError } from '../kernel/errors.ts'
import type { SystemActor } from '../kernel/roles.ts'
import { terminalLocale } from '../platform/config/index.ts'
import { translator, type MessageKey } from '../platform/i18n/index.ts'

/** Who acts when an operator types a command; the audit trail names it. */
export const OPERATOR: SystemActor = { kind: 'system', name: 'passerelle (ligne de commande)' }

export const t = translator(terminalLocale())

/** One result on standard output, for machines. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Says one clear sentence on standard error and sets a failing exit code; a stack only for the unexpected. */
export function reportFailure(error: unknown): void {
  process.exitCode = 1
  if (error instanceof AppError) {
    // what is wrong says more than that something is
    if (error.code !== 'invalid-input' || error.problems.length === 0) console.error(sentenceOf(error))
    for (const { field, message, params } of error.problems)
      console.error(`  ${field} : ${t(message as MessageKey, params)}`)
    return
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  if (code === 'EADDRINUSE') console.error(t('cli.portTaken'))
  else if (code === 'ENOENT') console.error(t('cli.noSuchFile', { path }))
  else if (code === 'EISDIR') console.error(t('cli.isFolder', { path }))
  else if (FILE_ERRORS.has(code)) console.error(t('cli.fileRefused', { path, reason: code }))
  else {
    console.error(t('errors.unexpected'))
    console.error(error)
  }
}

const FILE_ERRORS = new Set([
  'EACCES',
  'EBUSY',
  'EEXIST',
  'ENAMETOOLONG',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

/** Pages speak of addresses and of trying again; at a terminal there is a setting or an argument to look at. */
function sentenceOf(error: AppError): string {
  if (error.code === 'not-found') return t('cli.unknownName')
  if (error.code !== 'database-unavailable') return t(`errors.${error.code}`, error.params)
  const { cause } = error
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return t('cli.noDatabase', { reason })
}

/** A progress bar on standard error where a person is watching, nothing elsewhere. */
export function progressBar(label: string): { update(done: number, total: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}`,
    hideCursor: true,
    stream: process.stderr,
  })
  let started = false
  return {
    update(done, total) {
      if (!started) bar.start(total, done)
      started = true
      bar.setTotal(total)
      bar.update(done)
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
