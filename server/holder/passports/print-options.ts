import type { Language, Locale } from '../../kernel/locale.ts'
import type { PassportContent } from '../../issuer/credentials/index.ts'

/** How a passport is printed: on one page, or on a sheet that folds to a pocket booklet. */
export const PASSPORT_FORMS = ['page', 'booklet'] as const
export type PassportForm = (typeof PASSPORT_FORMS)[number]

export interface PrintOptions {
  /** The language that comes first. */
  readonly locale: Locale
  /** A second language beside it, for abroad. */
  readonly with?: Language
  /** One page when nothing is said. */
  readonly form?: PassportForm
}

/** What is printed: the passport, and the compact proof (decimal digits) that its QR code carries once there is one. */
export type PrintedPassport = PassportContent & { readonly proof?: string | undefined }
