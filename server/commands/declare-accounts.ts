import type { Command } from 'commander'
import type { Config } from '../platform/config/index.ts'
import { t } from './terminal.ts'

/** Makes an action of a command's function: see `server/cli.ts`. */
type Run = <Args extends unknown[]>(
  action: (config: Config, ...args: Args) => Promise<unknown>,
) => (...args: Args) => Promise<void>

/** `passerelle accounts …`: what only the operator can do for somebody's account. */
export function declareAccountCommands(program: Command, run: Run): void {
  program
    .command('accounts')
    .description(t('signIn.cliAccounts'))
    .command('second-factor')
    .description(t('signIn.cliSecondFactor'))
    .command('reset')
    .description(t('signIn.cliReset'))
    .argument('<email>', t('signIn.cliEmail'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, email: string, options: { json?: boolean }) =>
        (await import('./accounts.ts')).secondFactorReset(config, email, options),
      ),
    )
}
