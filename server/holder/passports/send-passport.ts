import type { CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import type { RequestContext, Response } from '../../platform/http/index.ts'
import type { Passport, SealPassport } from './find-passports.ts'
import { nameOfFile } from './name-of-file.ts'
import type { PrintOptions } from './print-options.ts'
import { renderPassport } from './render-passport.ts'
import { sendPdf } from './send-pdf.ts'
import { toPrint } from './to-print.ts'

export interface SendPassportDeps extends CompactProofDeps {
  readonly sealPassport: SealPassport
}

/** Sends one passport as a PDF with its proof, sealed by the structure it is from where that has a seal. */
export async function sendPassport(
  deps: SendPassportDeps,
  res: Response,
  { t }: Pick<RequestContext, 't'>,
  passport: Passport,
  options: PrintOptions,
): Promise<void> {
  const content = await toPrint(deps, passport)
  const { bytes } = await renderPassport(content, options)
  const { organisationId } = passport.record
  const sealed = await deps.sealPassport(bytes, { organisationId, locale: options.locale })
  sendPdf(res, sealed, nameOfFile(options, t, content.holderName))
}
