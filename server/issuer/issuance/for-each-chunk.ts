/**
 * Runs `work` over `items` in chunks of `size`, with `width` chunks under way at a time. The first error stops it, once
 * the chunks under way have ended.
 */
export async function forEachChunk<Item>(
  items: readonly Item[],
  { size, width }: { size: number; width: number },
  work: (chunk: Item[]) => Promise<void>,
): Promise<void> {
  let next = 0
  let stopped = false
  const lane = async (): Promise<void> => {
    while (next < items.length && !stopped) {
      const chunk = items.slice(next, next + size)
      next += size
      await work(chunk).catch((error: unknown) => {
        stopped = true
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: width }, lane))
  const failed = ended.find((lane) => lane.status === 'rejected')
  if (failed) throw failed.reason
}
