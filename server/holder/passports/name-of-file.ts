import type { Translate } from '../../platform/i18n/index.ts'
import type { PrintOptions } from './print-options.ts'

/**
 * What the PDF is called on somebody's disk: « Passeport Passerelle Inès Benali livret fr-de ». Without a name, of all the
 * passports of a session.
 */
export function nameOfFile(
  { locale, with: second, form }: PrintOptions,
  t: Translate,
  holderName?: string,
): string {
  return [
    holderName === undefined ? t('passport.fileNameMany') : `${t('passport.fileName')} ${holderName}`,
    form === 'booklet' ? t('printing.bookletFile') : '',
    second === undefined ? '' : `${locale}-${second}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
