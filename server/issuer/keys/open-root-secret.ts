import { randomBytes } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { boxText } from './box-file.ts'
import { createFileOnce } from './create-file-once.ts'
import { flushFolder } from './flush-folder.ts'
import { holdsKeyFiles } from './key-files.ts'
import { KEY_FILE, readKeyFile, readRootBox, ROOT_FILE, ROOT_LABEL } from './root-files.ts'
import { seal, unseal, type Opener, type SealedBox } from './sealed-box.ts'

export interface RootSecretDeps {
  readonly keysDir: string
  readonly passphrase?: string
  readonly log: Logger
}

/**
 * The 32 bytes that everything secret of this installation comes from: key files are encrypted under it, slips and
 * CSRF tokens are derived from it. Made on first run, and never beside keys that another root has sealed: a new one
 * would hide that they are lost.
 *
 * A folder that was opened without a passphrase takes one as soon as KEYS_PASSPHRASE is set: only the box is sealed
 * anew, the root secret and the keys stay.
 * @throws AppError `keys-locked` when the passphrase is wrong or missing, `keys-incomplete` when there are keys and no
 * root
 */
export async function openRootSecret(deps: RootSecretDeps): Promise<Uint8Array> {
  await mkdir(deps.keysDir, { recursive: true, mode: 0o700 })
  // a folder that came with a git checkout is readable by everybody
  await chmod(deps.keysDir, 0o700).catch(() => undefined)
  const box = (await readRootBox(deps.keysDir)) ?? (await unlessOrphaned(deps.keysDir))
  if (box === undefined) return createRoot(deps)
  if (box.kdf.name === 'hkdf-sha256' && deps.passphrase !== undefined) return addPassphrase(deps, box)
  if (box.kdf.name === 'scrypt') await dropKeyFile(deps.keysDir)
  return openBox(deps, box)
}

/** Keys without a root: ours is lost, or another process made root and keys since we looked for it. */
async function unlessOrphaned(keysDir: string): Promise<SealedBox | undefined> {
  if (!(await holdsKeyFiles(keysDir))) return undefined
  const box = await readRootBox(keysDir)
  if (box === undefined) throw new AppError('keys-incomplete', { folder: keysDir, file: ROOT_FILE })
  return box
}

async function createRoot(deps: RootSecretDeps): Promise<Uint8Array> {
  const opener = await makeOpener(deps)
  const root = randomBytes(32)
  const made = await createFileOnce(
    join(deps.keysDir, ROOT_FILE),
    boxText(await seal(opener, ROOT_LABEL, root)),
  )
  if (made) {
    deps.log.info(
      { keysDir: deps.keysDir, passphrase: deps.passphrase !== undefined },
      'keys folder prepared',
    )
    return root
  }
  // another process was faster: its root is the one
  const box = await readRootBox(deps.keysDir)
  if (box === undefined) throw new AppError('keys-locked')
  return openBox(deps, box)
}

async function openBox(deps: RootSecretDeps, box: SealedBox): Promise<Uint8Array> {
  const opener = box.kdf.name === 'scrypt' ? passphraseOpener(deps) : await readKeyFile(deps.keysDir)
  const root = opener && (await unseal(opener, ROOT_LABEL, box))
  if (root === undefined) throw new AppError('keys-locked')
  return root
}

async function addPassphrase(deps: RootSecretDeps, box: SealedBox): Promise<Uint8Array> {
  const { passphrase: _, ...withoutPassphrase } = deps
  const root = await openBox(withoutPassphrase, box)
  const opener = passphraseOpener(deps)
  if (opener === undefined) return root
  await writeFileAtomically(join(deps.keysDir, ROOT_FILE), boxText(await seal(opener, ROOT_LABEL, root)))
  await dropKeyFile(deps.keysDir)
  deps.log.info({ keysDir: deps.keysDir }, 'keys folder now protected by the passphrase')
  return root
}

/** The old way in goes once the new box is on disk under its name: after a power cut at least one of them is there. */
async function dropKeyFile(keysDir: string): Promise<void> {
  await flushFolder(keysDir)
  await rm(join(keysDir, KEY_FILE), { force: true })
}

async function makeOpener(deps: RootSecretDeps): Promise<Opener> {
  const words = passphraseOpener(deps)
  if (words) return words
  await createFileOnce(join(deps.keysDir, KEY_FILE), randomBytes(32).toString('base64url') + '\n')
  const opener = await readKeyFile(deps.keysDir)
  if (opener === undefined) throw new AppError('keys-locked')
  return opener
}

function passphraseOpener(deps: RootSecretDeps): Opener | undefined {
  return deps.passphrase === undefined ? undefined : { passphrase: deps.passphrase }
}
