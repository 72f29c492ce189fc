import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import { boxText, readTextFile } from './box-file.ts'
import { createFileOnce } from './create-file-once.ts'
import { flushFolder } from './flush-folder.ts'
import { KEY_FILE, ROOT_FILE, ROOT_LABEL, readKeyFile, readRootBox } from './root-files.ts'
import { seal, unseal, type Opener } from './sealed-box.ts'

/** How the keys folder is protected: by words that are kept elsewhere, by a file that lies beside the keys, not yet. */
export type Protection = 'passphrase' | 'key-file' | 'empty'

/** Throws `keys-locked` when the root box is damaged. */
export async function protectionOf(keysDir: string): Promise<Protection> {
  const box = await readRootBox(keysDir)
  if (box === undefined) return 'empty'
  return box.kdf.name === 'scrypt' ? 'passphrase' : 'key-file'
}

/** Whether a folder of keys opens: with these words when it has a passphrase, with its own key file otherwise. */
export async function opensWith(keysDir: string, passphrase: string | undefined): Promise<boolean> {
  const box = await readRootBox(keysDir)
  if (box === undefined) return false
  const opener = await openerOf(keysDir, passphrase)
  return opener !== undefined && (await unseal(opener, ROOT_LABEL, box)) !== undefined
}

/**
 * Seals the root secret anew: under another passphrase, under a first one, or (null) under a key file beside it. The keys
 * themselves are encrypted under the root secret and stay as they are. The new box takes the old one's place in one
 * rename: whenever it stops, the old way or the new way in works.
 *
 * Processes that run have the root secret open and go on; the next start needs the new passphrase.
 * @throws AppError `keys-locked` when the present passphrase is wrong, missing, or there is no keys folder yet
 */
export async function changePassphrase(
  keysDir: string,
  change: { readonly from: string | undefined; readonly to: string | null },
): Promise<void> {
  const box = await readRootBox(keysDir)
  const opener = box && (await openerOf(keysDir, change.from))
  const root = box && opener && (await unseal(opener, ROOT_LABEL, box))
  if (root === undefined) throw new AppError('keys-locked')
  const next = change.to === null ? await makeKeyFile(keysDir) : { passphrase: change.to }
  await writeFileAtomically(join(keysDir, ROOT_FILE), boxText(await seal(next, ROOT_LABEL, root)))
  await flushFolder(keysDir)
  if (change.to !== null) await rm(join(keysDir, KEY_FILE), { force: true })
}

async function openerOf(keysDir: string, passphrase: string | undefined): Promise<Opener | undefined> {
  if ((await protectionOf(keysDir)) === 'key-file') return readKeyFile(keysDir)
  return passphrase === undefined ? undefined : { passphrase }
}

/** On disk before the box that needs it; one that a stop left behind is used. */
async function makeKeyFile(keysDir: string): Promise<Opener> {
  const path = join(keysDir, KEY_FILE)
  if ((await readTextFile(path)) === undefined)
    await createFileOnce(path, randomBytes(32).toString('base64url') + '\n')
  const opener = await readKeyFile(keysDir)
  if (opener === undefined) throw new AppError('keys-locked')
  return opener
}
