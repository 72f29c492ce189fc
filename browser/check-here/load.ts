import { isJsonObject, type JsonObject } from '../../server/vc/index.ts'

/** JSON of this very server. */
export async function load(url: string): Promise<JsonObject> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } })
  const document: unknown = response.ok ? await response.json() : undefined
  if (!isJsonObject(document)) throw new Error(`${url}: ${response.status}`)
  return document
}

/** The path of an address, asked here: what was signed under a former address is published under the new one. */
export const onlyOurs = (url: string, origin: string): string => new URL(new URL(url).pathname, origin).href
