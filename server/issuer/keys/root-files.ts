import { join } from 'node:path'
import { parseBox, readTextFile } from './box-file.ts'
import type { Opener, SealedBox } from './sealed-box.ts'

/** The root secret, sealed. Opening it proves the passphrase, so it is its own canary. */
export const ROOT_FILE = 'root.json'
/** Without a passphrase: the random bytes that open the box. Whoever can read this folder can then sign. */
export const KEY_FILE = 'root.key'
export const ROOT_LABEL = 'passerelle/root'

/** The sealed root secret, or undefined when there is none yet. Throws `keys-locked` when it is damaged. */
export async function readRootBox(keysDir: string): Promise<SealedBox | undefined> {
  const text = await readTextFile(join(keysDir, ROOT_FILE))
  return text === undefined ? undefined : parseBox(text)
}

/** What the key file opens with; undefined when there is none, or it is none. */
export async function readKeyFile(keysDir: string): Promise<Opener | undefined> {
  const text = await readTextFile(join(keysDir, KEY_FILE))
  const secret = Buffer.from(text?.trim() ?? '', 'base64url')
  return secret.length === 32 ? { secret } : undefined
}
