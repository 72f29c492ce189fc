import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'

/** Every public URL this installation ran under except `current`, the one used last first. */
export async function formerPublicUrls(db: Db, current: string): Promise<string[]> {
  const urls: unknown = await db('public_urls')
    .whereNot({ url: current })
    .orderBy('last_used_at', 'desc')
    .pluck('url')
  return z.array(z.string()).parse(urls)
}

/** Notes that `url` is in use now and returns the one that was before, if there was one. */
export async function notePublicUrl(db: Db, url: string, at: string): Promise<string | undefined> {
  const last: unknown = await db('public_urls').orderBy('last_used_at', 'desc').pluck('url')
  await db('public_urls')
    .insert({ url, first_used_at: at, last_used_at: at })
    .onConflict('url')
    .merge({ last_used_at: at })
  return z.array(z.string()).parse(last)[0]
}
