import type { Response } from '../../platform/http/index.ts'

/** Sends a private PDF: never cached, never indexed, opened in the browser under a name a person recognises. */
export function sendPdf(res: Response, bytes: Uint8Array, name: string): void {
  res
    .set('Cache-Control', 'no-store')
    .set('X-Robots-Tag', 'noindex, nofollow, noarchive')
    .set('Content-Disposition', `inline; ${fileNameParameters(`${name}.pdf`)}`)
    .type('application/pdf')
    .send(Buffer.from(bytes))
}

/** Both forms of a file name (RFC 6266, 4.3): ASCII for old clients, UTF-8 for the others. */
export function fileNameParameters(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '')
    .replace(/\s+/g, '-')
  const encoded = encodeURIComponent(name.replace(/[/\\\p{Cc}]/gu, ' ')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
