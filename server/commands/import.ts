import { readFile } from 'node:fs/promises'
import { importEsco } from '../issuer/esco/index.ts'
import { AppError } from '../kernel/errors.ts'
import { isLocale } from '../kernel/locale.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

export interface ImportEscoOptions {
  readonly lang: string
  readonly escoVersion: string
  readonly json?: boolean
}

/** `passerelle import esco FILE`: the skills of the official file replace those of the same language. */
export async function importEscoFile(
  config: Config,
  file: string,
  options: ImportEscoOptions,
): Promise<void> {
  const { lang, escoVersion: version } = options
  if (!isLocale(lang))
    throw new AppError('invalid-input', {}, [{ field: '--lang', message: 'fields.choice' }])
  if (!/^\d{1,2}(\.\d{1,2}){0,2}$/.test(version))
    throw new AppError('invalid-input', {}, [{ field: '--esco-version', message: 'fields.escoVersion' }])
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new AppError('not-found', {}, [], { cause: error })
  })
  await withServices(config, async (services) => {
    const imported = await importEsco(services, OPERATOR, { bytes, language: lang, version })
    if (options.json === true) printJson(imported)
    else console.log(t('frameworks.commandDone', { count: imported.skills }))
  })
}
