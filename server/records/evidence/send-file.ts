import type { Response } from '../../platform/http/index.ts'
import type { EvidenceFile } from './evidence.ts'

/** Our own re-encoded photos open in the browser; anything else is downloaded and can run nothing. */
export function sendFile(res: Response, file: EvidenceFile, bytes: Uint8Array): void {
  const extension = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf', 'text/plain': 'txt' }[file.mediaType]
  const disposition = file.mediaType === 'image/jpeg' ? 'inline' : 'attachment'
  res.set({
    'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'Content-Disposition': `${disposition}; filename="passerelle-${file.sha256.slice(0, 8)}.${extension}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  })
  res.send(Buffer.from(bytes))
}
