import type { Request } from '../../platform/http/index.ts'

/**
 * Programs that open a link to draw its preview in a conversation, and those that follow links anywhere: the ones we know
 * by name. It is a courtesy to whoever counts, and no protection: a program may call itself what it likes.
 */
const PREVIEWS =
  /bot\b|crawl|spider|slurp|preview|externalhit|facebot|^whatsapp|^viber|pinterest|embedly|iframely|mastodon|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|undici/i

/** Whether a request is somebody who opens a page: asked for as a page, not ahead of time, by no program we know. */
export function isVisit(req: Request): boolean {
  if (req.method !== 'GET' || !(req.get('accept') ?? '').includes('text/html')) return false
  if (/prefetch|preview|prerender/i.test(`${req.get('sec-purpose') ?? ''} ${req.get('purpose') ?? ''}`))
    return false
  const agent = req.get('user-agent') ?? ''
  return agent !== '' && !PREVIEWS.test(agent)
}
