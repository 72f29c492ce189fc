import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { dayInParis } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Request, Response, Routes } from '../../platform/http/index.ts'
import { fileNameParameters } from '../passports/index.ts'
import type { BatchDeps } from './batches-deps.ts'
import { openPeopleZip, openPrinterFile } from './download-batch.ts'
import { requireCoordinated } from './find-batches.ts'

const ONE = '/organisation/:slug/passports/:batch'

/** The files of a batch, read from the disk as they are sent. */
export function downloadRoutes(deps: BatchDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(`${ONE}/files/:number`, 'staff', async (req, res, ctx) => {
      const structure = await requireCoordinated(deps.db, ctx.actor, String(req.params['slug']))
      const which = { organisationId: structure.id, id: String(req.params['batch']), number: numberOf(req) }
      const { stream, bytes, batch } = await openPrinterFile(deps, ctx.actor, which)
      const date = dayInParis(new Date(batch.requestedAt))
      const name =
        which.number === 1
          ? ctx.t('batches.fileName', { date })
          : ctx.t('batches.filePart', { date, number: which.number })
      res.set('Content-Length', String(bytes))
      await send(res, stream, { name: `${name}.pdf`, type: 'application/pdf' })
    })
    routes.get(`${ONE}/passports.zip`, 'staff', async (req, res, ctx) => {
      const structure = await requireCoordinated(deps.db, ctx.actor, String(req.params['slug']))
      const which = { organisationId: structure.id, id: String(req.params['batch']) }
      const { stream, batch } = await openPeopleZip(deps, ctx.actor, which)
      const name = ctx.t('batches.fileName', { date: dayInParis(new Date(batch.requestedAt)) })
      await send(res, stream, { name: `${name}.zip`, type: 'application/zip' })
    })
  }
}

function numberOf(req: Request): number {
  const text = String(req.params['number'])
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new AppError('not-found')
  return Number(text)
}

/** Private, and never kept by anything in between. */
async function send(
  res: Response,
  stream: Readable,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<void> {
  res
    .set('Cache-Control', 'no-store')
    .set('X-Robots-Tag', 'noindex, nofollow, noarchive')
    .set('Content-Disposition', `attachment; ${fileNameParameters(name)}`)
    .type(type)
  await pipeline(stream, res).catch((error: unknown) => {
    // whoever closed the page in the middle of it is no failure of ours
    if (!isClosedEarly(error)) throw error
  })
}

const isClosedEarly = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
