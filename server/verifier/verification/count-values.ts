/** Members and items of a JSON value in all, counted no further than `limit`. */
export function countValues(value: unknown, limit: number): number {
  let count = 0
  const open: unknown[] = [value]
  while (open.length > 0 && count < limit) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const values: unknown[] = Object.values(next)
    count += values.length
    open.push(...values.slice(0, limit))
  }
  return count
}
