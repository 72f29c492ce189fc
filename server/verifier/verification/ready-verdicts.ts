import { sendReadyPages } from '../../platform/http/index.ts'
import type { VerdictCache } from './verdict-cache.ts'

/** A code as our QR codes and links write it, in capitals or not; anything else is for the route to read. */
const VERDICT_PATH = /^\/v\/([0-9A-HJKMNP-TV-Z]{12})$/i

/** Verdict pages that were shown before and are still true. */
export function readyVerdicts(verdicts: VerdictCache): ReturnType<typeof sendReadyPages> {
  return sendReadyPages({
    route: '/v/:code',
    path: VERDICT_PATH,
    find: (code, place) => verdicts.readyPage(code.toUpperCase(), place),
  })
}
