import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY_FILE, ROOT_FILE } from './root-files.ts'

/** A multibase public key: base58btc, which is also safe as a file name. */
const KEY_ID = /^z[1-9A-HJ-NP-Za-km-z]{40,80}$/
const ENDING = '.json'

/** Where the private part of a key is kept; undefined when `keyId` is no name of a key. */
export function keyFilePath(keysDir: string, keyId: string): string | undefined {
  return KEY_ID.test(keyId) ? join(keysDir, `${keyId}${ENDING}`) : undefined
}

/** Whether a file of the folder is key material: the sealed root, what opens it, or a key. */
export const isKeyFileName = (name: string): boolean =>
  name === ROOT_FILE || name === KEY_FILE || isSealedKey(name)

const isSealedKey = (name: string): boolean =>
  name.endsWith(ENDING) && KEY_ID.test(name.slice(0, -ENDING.length))

/** Whether somebody's keys are in the folder, readable or not. */
export async function holdsKeyFiles(keysDir: string): Promise<boolean> {
  const names = await readdir(keysDir)
  return names.some(isSealedKey)
}
