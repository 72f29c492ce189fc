import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** Bytes that a browser fetches to show a page whole, compressed where the server offers it: itself and what it names. */
export async function pageWeight(url: string): Promise<number> {
  const page = await fetchSent(url)
  const named = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  let total = page.sent
  for (const path of new Set(named)) total += (await fetchSent(new URL(path, url).href)).sent
  return total
}

/** How many bytes travelled, which `fetch` does not tell. */
function fetchSent(url: string): Promise<{ sent: number; text: string }> {
  const headers = { Accept: 'text/html,*/*', 'Accept-Encoding': 'gzip', 'Accept-Language': 'fr' }
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode ?? 0}`))
        const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
        resolve({ sent: body.length, text: text.toString('utf8') })
      })
    }).on('error', reject)
  })
}
