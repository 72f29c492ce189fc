import { addSeal, listSeals, readPkcs12, removeSeal, type SealListing } from '../holder/seals/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { askSecret } from './ask-secret.ts'
import { readInput } from './read-input.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

interface Json {
  readonly json?: boolean
}

export interface SealFileOptions extends Json {
  readonly certificate?: string
  readonly key?: string
  readonly p12?: string
  readonly passphraseFile?: string
}

/** `passerelle seals list`: whose passports are sealed, with what, until when; nothing secret. */
export async function sealsList(config: Config, options: Json): Promise<void> {
  await withServices(config, async (services) => {
    const seals = await listSeals(services)
    if (options.json === true) printJson(seals)
    else if (seals.length === 0) console.log(t('seals.none'))
    else
      for (const { structure, state, validUntil, name } of seals)
        console.log(`${structure}  ${t(`seals.state-${state}`)}  ${day(validUntil)}  ${name}`)
  })
}

/** `passerelle seals add STRUCTURE --certificate FILE --key FILE`: its passports are sealed from now on. */
export async function sealsAdd(config: Config, structure: string, options: SealFileOptions): Promise<void> {
  const files = await readSealFiles(options)
  await withServices(config, async (services) => {
    const seal = await addSeal(services, OPERATOR, { structure, ...files })
    if (options.json === true) printJson(seal)
    else for (const line of whatWasAdded(seal, services.clock.now())) console.log(line)
  })
}

/** `passerelle seals remove STRUCTURE`: its certificate and key are gone from here. */
export async function sealsRemove(config: Config, structure: string, options: Json): Promise<void> {
  await withServices(config, async (services) => {
    const removed = await removeSeal(services, OPERATOR, { structure })
    if (options.json === true) printJson({ structure, removed })
    else console.log(t(removed ? 'seals.removed' : 'seals.nothingToRemove', { structure }))
  })
}

const SOON = 30 * 24 * 3_600_000

function whatWasAdded(seal: SealListing, now: Date): string[] {
  const { structure, name } = seal
  const lines =
    seal.state === 'not-yet-valid'
      ? [t('seals.addedLater', { structure, name, date: day(seal.validFrom) })]
      : [t('seals.added', { structure, name, date: day(seal.validUntil) })]
  if (Date.parse(seal.validUntil) - now.getTime() < SOON) lines.push(t('seals.endsSoon'))
  if (seal.certificates === 1) lines.push(t('seals.alone'))
  return lines
}

const day = (instant: string): string => instant.slice(0, 10)

/** Certificates and keys are some kilobytes. */
const MEGABYTES = 1

async function readSealFiles(
  options: SealFileOptions,
): Promise<{ certificates: string; key: string; passphrase?: string | undefined }> {
  const { certificate, key, p12 } = options
  if (p12 !== undefined) {
    const bytes = await readInput(p12, MEGABYTES)
    return readPkcs12(bytes, (await passphraseFor(options)) ?? '')
  }
  if (certificate === undefined || key === undefined)
    throw new AppError('invalid-input', {}, [{ field: '--certificate', message: 'seals.filesMissing' }])
  const text = await readText(key)
  // an open key has no passphrase to ask for
  const passphrase = /ENCRYPTED/.test(text) ? await passphraseFor(options) : undefined
  return { certificates: await readText(certificate), key: text, passphrase }
}

/** The first line of the file; asked for at the terminal when no file is named. */
async function passphraseFor({ passphraseFile }: SealFileOptions): Promise<string | undefined> {
  if (passphraseFile === undefined) return askSecret(t('seals.passphraseAsk'))
  return (await readText(passphraseFile)).split(/\r?\n/, 1)[0]
}

const readText = async (file: string): Promise<string> =>
  Buffer.from(await readInput(file, MEGABYTES)).toString('utf8')
