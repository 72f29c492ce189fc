import {
  compromiseKey,
  listKeyLives,
  parseInstant,
  reissueSigned,
  retireKey,
} from '../issuer/key-life/index.ts'
import { rotateKey } from '../issuer/keys/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, progressBar, t } from './terminal.ts'
import { withServices } from './with-services.ts'

interface JsonOption {
  readonly json?: boolean
}

/** `passerelle keys list`: every issuer's keys, their state and what they signed; nothing secret. */
export async function keysList(config: Config, options: JsonOption): Promise<void> {
  await withServices(config, async (services) => {
    const keys = (await listKeyLives(services)).flatMap((issuer) => issuer.keys)
    if (options.json === true) printJson(keys)
    else
      for (const key of keys) {
        const since = key.compromisedSince === null ? '' : ` ${key.compromisedSince}`
        const signed = t('keys.signedCount', { count: key.signed })
        console.log(`${key.issuer}  ${key.state}${since}  ${key.keyId}  ${key.createdAt}  ${signed}`)
      }
  })
}

/** `passerelle keys rotate [issuer]`: a new active key; the former one keeps verifying what it signed. */
export async function keysRotate(config: Config, issuerSlug: string, options: JsonOption): Promise<void> {
  await withServices(config, async (services) => {
    const rotated = await rotateKey(services, OPERATOR, { issuerSlug })
    if (options.json === true) printJson(rotated)
    else console.log(t('cli.rotated', { issuer: issuerSlug, key: rotated.active }))
  })
}

/** `passerelle keys retire KEY`: this key signs no more; what it signed stays verifiable everywhere. */
export async function keysRetire(config: Config, keyId: string, options: JsonOption): Promise<void> {
  await withServices(config, async (services) => {
    const retired = await retireKey(services, OPERATOR, { keyId })
    if (options.json === true) printJson(retired)
    else if (retired.active === null) console.log(t('cli.keyRetiredBefore', { issuer: retired.issuer }))
    else console.log(t('cli.keyRetired', { issuer: retired.issuer, key: retired.active }))
  })
}

/** `passerelle keys compromise KEY --since INSTANT`: nothing it signed from then on is believed any more. */
export async function keysCompromise(
  config: Config,
  keyId: string,
  options: JsonOption & { readonly since: string },
): Promise<void> {
  const since = parseInstant(options.since)
  if (since === undefined)
    throw new AppError('invalid-input', {}, [{ field: '--since', message: 'cli.keysSinceUnread' }])
  await withServices(config, async (services) => {
    const result = await compromiseKey(services, OPERATOR, { keyId, since })
    if (options.json === true) {
      printJson(result)
      return
    }
    const { issuer, active, signed } = result
    console.log(t('cli.keyCompromised', { issuer, since: result.since }))
    if (active !== null) console.log(t('cli.rotated', { issuer, key: active }))
    console.log(t('cli.keySignedBefore', { count: signed.before }))
    console.log(t('cli.keySignedSince', { count: signed.since }))
    if (signed.standing > 0) console.log(t('cli.keyReissueOffer', { count: signed.standing, key: keyId }))
  })
}

/** `passerelle keys reissue KEY`: signs again what a compromised key signed; stopped halfway, run it again. */
export async function keysReissue(config: Config, keyId: string, options: JsonOption): Promise<void> {
  await withServices(config, async (services) => {
    const bar = progressBar(t('cli.signing'))
    const onProgress = bar.update.bind(bar)
    const result = await reissueSigned(services, OPERATOR, { keyId, onProgress }).finally(() => bar.stop())
    if (options.json === true) printJson(result)
    else {
      console.log(t('cli.keyReissued', { count: result.signed }))
      if (result.left > 0) console.log(t('cli.keyReissueLeft', { count: result.left }))
    }
    if (result.failed > 0) process.exitCode = 1
  })
}
