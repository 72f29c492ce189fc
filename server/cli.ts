import { Command } from 'commander'
import type { RunSessionOptions } from './commands/run-session.ts'
import { reportFailure, t } from './commands/terminal.ts'
import { parseConfig, type Config } from './platform/config/index.ts'

/**
 * Runs one command to its end; every failure is one sentence and a failing exit code. A command's code is loaded when
 * it runs: `--help` and a setting that is not understood need none of it.
 */
const run =
  <Args extends unknown[]>(action: (config: Config, ...args: Args) => Promise<unknown>) =>
  async (...args: Args): Promise<void> => {
    try {
      await action(parseConfig(), ...args)
    } catch (error) {
      reportFailure(error)
    }
  }

const program = new Command('passerelle').description(t('cli.about')).showHelpAfterError()

program
  .command('serve')
  .description(t('cli.serve'))
  .action(run(async (config) => (await import('./commands/serve.ts')).serve(config)))

program
  .command('demo')
  .description(t('cli.demo'))
  .option('--once', t('cli.demoOnce'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, options: { once?: boolean; json?: boolean }) =>
      (await import('./commands/demo.ts')).demo(config, options),
    ),
  )

program
  .command('migrate')
  .description(t('cli.migrate'))
  .action(run(async (config) => (await import('./commands/migrate.ts')).migrateDatabase(config)))

program
  .command('run-session')
  .description(t('cli.runSession'))
  .argument('<file>', t('cli.runSessionFile'))
  .requiredOption('--out <dir>', t('cli.runSessionOut'))
  .option('--organisation <name>', t('cli.runSessionOrganisation'))
  .option('--trainer <name>', t('cli.runSessionTrainer'))
  .option('--title <title>', t('cli.runSessionTitle'))
  .option('--date <date>', t('cli.runSessionDate'))
  .option('--lang <fr|en>', t('cli.runSessionLang'), 'fr')
  .option('--dry-run', t('cli.runSessionDry'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, file: string, options: RunSessionOptions) =>
      (await import('./commands/run-session.ts')).runSession(config, file, options),
    ),
  )

program
  .command('verify')
  .description(t('cli.verify'))
  .argument('<file>', t('cli.verifyFile'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, file: string, options: { json?: boolean }) =>
      (await import('./commands/verify.ts')).verify(config, file, options),
    ),
  )

const keys = program.command('keys').description(t('cli.keys'))
keys
  .command('list')
  .description(t('cli.keysList'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, options: { json?: boolean }) =>
      (await import('./commands/keys.ts')).keysList(config, options),
    ),
  )
keys
  .command('rotate')
  .description(t('cli.keysRotate'))
  .argument('[issuer]', t('cli.keysIssuer'), 'platform')
  .option('--json', t('cli.json'))
  .action(
    run(async (config, issuer: string, options: { json?: boolean }) =>
      (await import('./commands/keys.ts')).keysRotate(config, issuer, options),
    ),
  )

program
  .command('revoke')
  .description(t('cli.revoke'))
  .argument('<id>', t('cli.revokeId'))
  .requiredOption('--reason <reason>', t('cli.revokeReason'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, id: string, options: { reason: string; json?: boolean }) =>
      (await import('./commands/revoke.ts')).revoke(config, id, options),
    ),
  )

await program.parseAsync()
