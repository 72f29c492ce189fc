import { listKeys, rotateKey } from '../issuer/keys/index.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

/** `passerelle keys list`: every issuer's keys and their state; nothing secret. */
export async function keysList(config: Config, options: { json?: boolean }): Promise<void> {
  await withServices(config, async (services) => {
    const keys = await listKeys(services)
    if (options.json === true) printJson(keys)
    else for (const key of keys) console.log(`${key.issuer}  ${key.state}  ${key.keyId}  ${key.createdAt}`)
  })
}

/** `passerelle keys rotate [issuer]`: a new active key; the former one keeps verifying what it signed. */
export async function keysRotate(
  config: Config,
  issuerSlug: string,
  options: { json?: boolean },
): Promise<void> {
  await withServices(config, async (services) => {
    const rotated = await rotateKey(services, OPERATOR, { issuerSlug })
    if (options.json === true) printJson(rotated)
    else console.log(t('cli.rotated', { issuer: issuerSlug, key: rotated.active }))
  })
}
