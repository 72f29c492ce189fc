/**
 * Keeps what was asked for last, at most `limit` results. In two halves, so that what is found costs nothing more:
 * a full half takes the place of the other, whose results are forgotten unless they were asked for since.
 */
export function recentlyUsed<Value>(limit: number): (key: string, make: () => Value) => Value {
  let recent = new Map<string, Value>()
  let before = new Map<string, Value>()
  return (key, make) => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const value = before.get(key) ?? make()
    if (recent.size >= Math.ceil(limit / 2)) {
      before = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
}
