import type { Command } from 'commander'
import type { Config } from '../platform/config/index.ts'
import type { BackupCommandOptions } from './backup.ts'
import { t } from './terminal.ts'

type Json = { readonly json?: boolean }
/** Makes an action of a command's function: see `server/cli.ts`. */
type Run = <Args extends unknown[]>(
  action: (config: Config, ...args: Args) => Promise<unknown>,
) => (...args: Args) => Promise<void>

/** `passerelle keys …`, `backup` and `restore`: the life of keys, and of what they lie with. */
export function declareKeyCommands(program: Command, run: Run): void {
  const keys = program.command('keys').description(t('cli.keys'))
  const command = (usage: string, about: string): Command =>
    keys.command(usage).description(about).option('--json', t('cli.json'))

  command('list', t('cli.keysList')).action(
    run(async (config, options: Json) => (await import('./keys.ts')).keysList(config, options)),
  )
  command('rotate', t('cli.keysRotate'))
    .argument('[issuer]', t('cli.keysIssuer'), 'platform')
    .action(
      run(async (config, issuer: string, options: Json) =>
        (await import('./keys.ts')).keysRotate(config, issuer, options),
      ),
    )
  command('retire', t('cli.keysRetire'))
    .argument('<key>', t('cli.keysKey'))
    .action(
      run(async (config, key: string, options: Json) =>
        (await import('./keys.ts')).keysRetire(config, key, options),
      ),
    )
  command('compromise', t('cli.keysCompromise'))
    .argument('<key>', t('cli.keysKey'))
    .requiredOption('--since <instant>', t('cli.keysSince'))
    .action(
      run(async (config, key: string, options: Json & { since: string }) =>
        (await import('./keys.ts')).keysCompromise(config, key, options),
      ),
    )
  command('reissue', t('cli.keysReissue'))
    .argument('<key>', t('cli.keysKey'))
    .action(
      run(async (config, key: string, options: Json) =>
        (await import('./keys.ts')).keysReissue(config, key, options),
      ),
    )
  command('passphrase', t('cli.keysPassphrase'))
    .option('--remove', t('cli.keysPassphraseRemove'))
    .action(
      run(async (config, options: Json & { remove?: boolean }) =>
        (await import('./keys-passphrase.ts')).keysPassphrase(config, options),
      ),
    )
  declareBackup(program, run)
}

function declareBackup(program: Command, run: Run): void {
  program
    .command('backup')
    .description(t('cli.backup'))
    .requiredOption('--out <dir>', t('cli.backupOut'))
    .option('--without-database', t('cli.backupWithoutDatabase'))
    .option('--accept-unprotected', t('cli.backupAcceptUnprotected'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, options: BackupCommandOptions) =>
        (await import('./backup.ts')).backup(config, options),
      ),
    )
  program
    .command('restore')
    .description(t('cli.restore'))
    .argument('<dir>', t('cli.restoreDir'))
    .option('--force', t('cli.restoreForce'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, dir: string, options: Json & { force?: boolean }) =>
        (await import('./restore.ts')).restore(config, dir, options),
      ),
    )
}
