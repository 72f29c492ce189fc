import { Command } from 'commander'
import type { ServeOptions } from './commands/conformance.ts'
import type { PassportsOptions } from './commands/passports.ts'
import type { RunSessionOptions } from './commands/run-session.ts'
import { declareAccountCommands } from './commands/declare-accounts.ts'
import { declareAuditCommands } from './commands/declare-audit.ts'
import { declareImportCommands } from './commands/declare-import.ts'
import { declareKeyCommands } from './commands/declare-keys.ts'
import { declareSealCommands } from './commands/declare-seals.ts'
import { reportFailure, t } from './commands/terminal.ts'
import { API_SCOPES } from './kernel/api-client.ts'
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
  .option('--conformance', t('clients.cliConformance'))
  .option('--target-file <file>', t('clients.cliTargetFile'))
  .option('--yes-really', t('clients.cliYesReally'))
  .action(
    run(async (config, options: ServeOptions) =>
      (await import('./commands/serve.ts')).serve(config, undefined, options),
    ),
  )

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
  .command('passports')
  .description(t('batches.command'))
  .requiredOption('--structure <slug>', t('batches.commandStructure'))
  .option('--session <id...>', t('batches.commandSession'))
  .option('--from <day>', t('batches.commandFrom'))
  .option('--until <day>', t('batches.commandUntil'))
  .option('--form <form>', t('batches.commandForm'), 'page')
  .option('--lang <fr|en>', t('batches.commandLang'), 'fr')
  .option('--with <language>', t('batches.commandWith'))
  .requiredOption('--out <dir>', t('batches.commandOut'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, options: PassportsOptions) =>
      (await import('./commands/passports.ts')).writeStructurePassports(config, options),
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

declareKeyCommands(program, run)
declareSealCommands(program, run)
declareAccountCommands(program, run)
declareAuditCommands(program, run)
declareImportCommands(program, run)

const clients = program.command('clients').description(t('clients.cliAbout'))
clients
  .command('list')
  .description(t('clients.cliList'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, options: { json?: boolean }) =>
      (await import('./commands/clients.ts')).clientsList(config, options),
    ),
  )
clients
  .command('create')
  .description(t('clients.cliCreate'))
  .argument('<name>', t('clients.cliName'))
  .option('--scope <scope...>', t('clients.cliScope', { scopes: API_SCOPES.join(', ') }), [])
  .option('--organisation <slug>', t('clients.cliOrganisation'))
  .option('--expires <day>', t('clients.cliExpires'))
  .option('--json', t('cli.json'))
  .action(
    run(
      async (
        config,
        name: string,
        options: { scope: string[]; organisation?: string; expires?: string; json?: boolean },
      ) => (await import('./commands/clients.ts')).clientsCreate(config, name, options),
    ),
  )
clients
  .command('rotate')
  .description(t('clients.cliRotate'))
  .argument('<id>', t('clients.cliId'))
  .option('--grace <days>', t('clients.cliGrace'), '1')
  .option('--json', t('cli.json'))
  .action(
    run(async (config, id: string, options: { grace: string; json?: boolean }) =>
      (await import('./commands/clients.ts')).clientsRotate(config, id, options),
    ),
  )
clients
  .command('disable')
  .description(t('clients.cliDisable'))
  .argument('<id>', t('clients.cliId'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, id: string, options: { json?: boolean }) =>
      (await import('./commands/clients.ts')).clientsDisable(config, id, options),
    ),
  )

program
  .command('suspend')
  .description(t('cli.suspend'))
  .argument('<id>', t('cli.revokeId'))
  .requiredOption('--reason <reason>', t('cli.suspendReason'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, id: string, options: { reason: string; json?: boolean }) =>
      (await import('./commands/suspend.ts')).suspend(config, id, options),
    ),
  )

program
  .command('unsuspend')
  .description(t('cli.unsuspend'))
  .argument('<id>', t('cli.revokeId'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, id: string, options: { json?: boolean }) =>
      (await import('./commands/unsuspend.ts')).unsuspend(config, id, options),
    ),
  )

program
  .command('reissue')
  .description(t('cli.reissue'))
  .argument('[id...]', t('cli.reissueId'))
  .option('--session <id>', t('cli.reissueSession'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, ids: string[], options: { session?: string; json?: boolean }) =>
      (await import('./commands/reissue.ts')).reissue(config, ids, options),
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

const exporting = program.command('export').description(t('kit.command'))
exporting
  .command('verification-kit')
  .description(t('kit.commandKit'))
  .requiredOption('--out <dir>', t('kit.commandOut'))
  .option('--json', t('cli.json'))
  .action(
    run(async (config, options: { out: string; json?: boolean }) =>
      (await import('./commands/export.ts')).exportVerificationKit(config, options),
    ),
  )

await program.parseAsync()
