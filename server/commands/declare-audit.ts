import type { Command } from 'commander'
import type { Config } from '../platform/config/index.ts'
import { t } from './terminal.ts'

/** Makes an action of a command's function: see `server/cli.ts`. */
type Run = <Args extends unknown[]>(
  action: (config: Config, ...args: Args) => Promise<unknown>,
) => (...args: Args) => Promise<void>

/** `passerelle audit …`: who did what, and whether the trail still says so. */
export function declareAuditCommands(program: Command, run: Run): void {
  const audit = program.command('audit').description(t('audit.command'))
  audit
    .command('verify')
    .description(t('audit.commandVerify'))
    .option('--noted <seq:link>', t('audit.commandNoted'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, options: { json?: boolean; noted?: string }) =>
        (await import('./audit.ts')).auditVerify(config, options),
      ),
    )
}
