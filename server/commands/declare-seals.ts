import type { Command } from 'commander'
import type { Config } from '../platform/config/index.ts'
import type { SealFileOptions } from './seals.ts'
import { t } from './terminal.ts'

type Json = { readonly json?: boolean }
/** Makes an action of a command's function: see `server/cli.ts`. */
type Run = <Args extends unknown[]>(
  action: (config: Config, ...args: Args) => Promise<unknown>,
) => (...args: Args) => Promise<void>

/** `passerelle seals …`: the certificates that structures seal their passports with. */
export function declareSealCommands(program: Command, run: Run): void {
  const seals = program.command('seals').description(t('seals.cli'))
  seals
    .command('list')
    .description(t('seals.cliList'))
    .option('--json', t('cli.json'))
    .action(run(async (config, options: Json) => (await import('./seals.ts')).sealsList(config, options)))
  seals
    .command('add')
    .description(t('seals.cliAdd'))
    .argument('<structure>', t('seals.cliStructure'))
    .option('--certificate <file>', t('seals.cliCertificate'))
    .option('--key <file>', t('seals.cliKey'))
    .option('--p12 <file>', t('seals.cliP12'))
    .option('--passphrase-file <file>', t('seals.cliPassphraseFile'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, structure: string, options: SealFileOptions) =>
        (await import('./seals.ts')).sealsAdd(config, structure, options),
      ),
    )
  seals
    .command('remove')
    .description(t('seals.cliRemove'))
    .argument('<structure>', t('seals.cliStructure'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, structure: string, options: Json) =>
        (await import('./seals.ts')).sealsRemove(config, structure, options),
      ),
    )
}
