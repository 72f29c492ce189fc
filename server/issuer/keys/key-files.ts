import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A multibase public key: base58btc, which is also safe as a file name. */
const KEY_ID = /^z[1-9A-HJ-NP-Za-km-z]{40,80}$/
const ENDING = '.json'

/** Where the private part of a key is kept; undefined when `keyId` is no name of a key. */
export function keyFilePath(keysDir: string, keyId: string): string | undefined {
  return KEY_ID.test(keyId) ? join(keysDir, `${keyId}${ENDING}`) : undefined
}

/** Whether somebody's keys are in the folder, readable or not. */
export async function holdsKeyFiles(keysDir: string): Promise<boolean> {
  const names = await readdir(keysDir)
  return names.some((name) => name.endsWith(ENDING) && KEY_ID.test(name.slice(0, -ENDING.length)))
}
