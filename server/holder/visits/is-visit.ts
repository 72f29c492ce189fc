import { remembered } from '../../kernel/remembered.ts'
import type { Request } from '../../platform/http/index.ts'

/**
 * Programs that open a link to draw its preview in a conversation, and those that follow links anywhere: the ones we know
 * by name. It is a courtesy to whoever counts, and no protection: a program may call itself what it likes.
 */
const PREVIEWS =
  /bot\b|crawl|spider|slurp|preview|externalhit|facebot|^whatsapp|^viber|pinterest|embedly|iframely|mastodon|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|undici/i

// a browser is one of a few hundred names; reading one takes longer than sending a page that is ready
const isProgram = remembered((agent) => agent === '' || PREVIEWS.test(agent), { most: 500, longest: 300 })

/** Whether a request is somebody who opens a page: asked for as a page, not ahead of time, by no program we know. */
export function isVisit(req: Request): boolean {
  const { method, headers } = req
  if (method !== 'GET' || headers.accept?.includes('text/html') !== true) return false
  const purpose = headers['sec-purpose'] ?? headers['purpose']
  if (purpose !== undefined && /prefetch|preview|prerender/i.test(String(purpose))) return false
  return !isProgram(headers['user-agent'] ?? '')
}
