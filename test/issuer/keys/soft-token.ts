import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyStoreSettings } from '../../../server/platform/config/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

/** SoftHSM 2, a PKCS#11 token made of software, where it is installed. */
export const SOFTHSM = MODULES.find((path) => existsSync(path))
export const PIN = '271828'
const LABEL = 'passerelle-test'

/** Whether the tests of PKCS#11 can run here; says so once when they cannot. */
export function haveSoftHsm(): boolean {
  if (SOFTHSM !== undefined) return true
  const line = 'No SoftHSM here (Debian: apt-get install softhsm2): the tests of PKCS#11 keys are skipped.'
  if (process.env['CI'] === 'true') throw new Error(line)
  console.warn(line)
  return false
}

export interface SoftToken {
  readonly settings: KeyStoreSettings & { kind: 'pkcs11' }
  /** What a process needs in its environment to see this token. */
  readonly env: { readonly SOFTHSM2_CONF: string }
}

/** A fresh token in a folder of its own. One a test file: the module reads its configuration once a process. */
export function makeSoftToken(): SoftToken {
  const dir = temporaryFolder()
  const conf = join(dir, 'softhsm2.conf')
  mkdirSync(join(dir, 'tokens'))
  writeFileSync(
    conf,
    `directories.tokendir = ${join(dir, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  process.env['SOFTHSM2_CONF'] = conf
  const args = ['--init-token', '--free', '--label', LABEL, '--so-pin', '31415926', '--pin', PIN]
  execFileSync('softhsm2-util', args, { stdio: 'pipe', env: { ...process.env, SOFTHSM2_CONF: conf } })
  const pin = { value: PIN }
  return {
    settings: { kind: 'pkcs11', module: SOFTHSM ?? '', token: LABEL, pin },
    env: { SOFTHSM2_CONF: conf },
  }
}
