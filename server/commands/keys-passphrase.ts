import { changePassphrase, opensWith, protectionOf } from '../issuer/keys/index.ts'
import { AppError } from '../kernel/errors.ts'
import { newPassphrase, type Config } from '../platform/config/index.ts'
import type { MessageKey } from '../platform/i18n/index.ts'
import { askSecret } from './ask-secret.ts'
import { printJson, t } from './terminal.ts'

const SHORTEST = 12

/**
 * `passerelle keys passphrase`: another passphrase for the keys folder, a first one, or none (`--remove`). The present one
 * comes from KEYS_PASSPHRASE, the new one from KEYS_NEW_PASSPHRASE, or both from the terminal.
 */
export async function keysPassphrase(
  config: Config,
  options: { readonly remove?: boolean; readonly json?: boolean },
): Promise<void> {
  const { keysDir } = config
  const before = await protectionOf(keysDir)
  if (before === 'empty') throw refuse('KEYS_DIR', 'cli.passphraseNoKeys')
  const from = before === 'passphrase' ? await presentPassphrase(config) : undefined
  const to = options.remove === true ? null : await nextPassphrase()
  await changePassphrase(keysDir, { from, to })
  if (options.json === true) printJson({ keysDir, before, after: to === null ? 'key-file' : 'passphrase' })
  else {
    console.log(t(to === null ? 'cli.passphraseRemoved' : 'cli.passphraseChanged'))
    console.log(t(to === null ? 'cli.passphraseUnset' : 'cli.passphraseRestart'))
  }
}

/** Asked for at once, so that nobody types a new one twice only to learn that the present one was wrong. */
async function presentPassphrase(config: Config): Promise<string> {
  const words = config.keysPassphrase ?? (await askSecret(t('cli.passphraseAskOld')))
  if (words === undefined) throw refuse('KEYS_PASSPHRASE', 'cli.passphraseNeedsOld')
  if (!(await opensWith(config.keysDir, words))) throw new AppError('keys-locked')
  return words
}

async function nextPassphrase(): Promise<string> {
  const given = newPassphrase()
  if (given !== undefined) return given
  const words = await askSecret(t('cli.passphraseAskNew'))
  if (words === undefined) throw refuse('KEYS_NEW_PASSPHRASE', 'cli.passphraseNeedsNew')
  if (words.length < SHORTEST) throw refuse('KEYS_NEW_PASSPHRASE', 'cli.passphraseShort')
  if ((await askSecret(t('cli.passphraseAskAgain'))) !== words)
    throw refuse('KEYS_NEW_PASSPHRASE', 'cli.passphraseDiffers')
  return words
}

const refuse = (field: string, message: MessageKey): AppError =>
  new AppError('invalid-input', {}, [{ field, message }])
