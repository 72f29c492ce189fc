/** Counts brackets outside strings; good enough to refuse, never used to accept. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const symbol = text[at]
    if (quoted) {
      if (symbol === '\\') at++
      else if (symbol === '"') quoted = false
    } else if (symbol === '"') quoted = true
    else if (symbol === '{' || symbol === '[') {
      if (++depth > limit) return true
    } else if (symbol === '}' || symbol === ']') depth--
  }
  return false
}
