import { Command } from 'commander'
import { demo } from './commands/demo.ts'
import { keysList, keysRotate } from './commands/keys.ts'
import { migrateDatabase } from './commands/migrate.ts'
import { revoke } from './commands/revoke.ts'
import { runSession } from './commands/run-session.ts'
import { serve } from './commands/serve.ts'
import { reportFailure, t } from './commands/terminal.ts'
import { verify } from './commands/verify.ts'
import { parseConfig } from './platform/config/index.ts'

/** Runs one command to its end; every failure is one sentence and a failing exit code. */
const run =
  <Args extends unknown[]>(action: (...args: Args) => Promise<unknown>) =>
  async (...args: Args): Promise<void> => {
    try {
      await action(...args)
    } catch (error) {
      reportFailure(error)
    }
  }

const program = new Command('passerelle').description(t('cli.about')).showHelpAfterError()

program
  .command('serve')
  .description(t('cli.serve'))
  .action(run(() => serve(parseConfig())))

program
  .command('demo')
  .description(t('cli.demo'))
  .option('--once', t('cli.demoOnce'))
  .option('--json', t('cli.json'))
  .action(run((options: { once?: boolean; json?: boolean }) => demo(parseConfig(), options)))

program
  .command('migrate')
  .description(t('cli.migrate'))
  .action(run(() => migrateDatabase(parseConfig())))

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
    run((file: string, options: Parameters<typeof runSession>[2]) =>
      runSession(parseConfig(), file, options),
    ),
  )

program
  .command('verify')
  .description(t('cli.verify'))
  .argument('<file>', t('cli.verifyFile'))
  .option('--json', t('cli.json'))
  .action(run((file: string, options: { json?: boolean }) => verify(parseConfig(), file, options)))

const keys = program.command('keys').description(t('cli.keys'))
keys
  .command('list')
  .description(t('cli.keysList'))
  .option('--json', t('cli.json'))
  .action(run((options: { json?: boolean }) => keysList(parseConfig(), options)))
keys
  .command('rotate')
  .description(t('cli.keysRotate'))
  .argument('[issuer]', t('cli.keysIssuer'), 'platform')
  .option('--json', t('cli.json'))
  .action(run((issuer: string, options: { json?: boolean }) => keysRotate(parseConfig(), issuer, options)))

program
  .command('revoke')
  .description(t('cli.revoke'))
  .argument('<id>', t('cli.revokeId'))
  .requiredOption('--reason <reason>', t('cli.revokeReason'))
  .option('--json', t('cli.json'))
  .action(
    run((id: string, options: { reason: string; json?: boolean }) => revoke(parseConfig(), id, options)),
  )

await program.parseAsync()
