import type { Command } from 'commander'
import type { Config } from '../platform/config/index.ts'
import type { ImportEscoOptions } from './import.ts'
import { t } from './terminal.ts'

/** Makes an action of a command's function: see `server/cli.ts`. */
type Run = <Args extends unknown[]>(
  action: (config: Config, ...args: Args) => Promise<unknown>,
) => (...args: Args) => Promise<void>

/** `passerelle import …`: reference data. */
export function declareImportCommands(program: Command, run: Run): void {
  const importing = program.command('import').description(t('frameworks.command'))
  importing
    .command('esco')
    .description(t('frameworks.commandEsco'))
    .argument('<file>', t('frameworks.commandFile'))
    .option('--lang <fr|en>', t('frameworks.commandLanguage'), 'fr')
    .requiredOption('--esco-version <version>', t('frameworks.commandVersion'))
    .option('--json', t('cli.json'))
    .action(
      run(async (config, file: string, options: ImportEscoOptions) =>
        (await import('./import.ts')).importEscoFile(config, file, options),
      ),
    )
}
