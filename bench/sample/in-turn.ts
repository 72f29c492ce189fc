/** The items one after the other, for ever. */
export function inTurn<Item>(items: readonly Item[]): (at: number) => Item {
  const [first] = items
  if (first === undefined) throw new Error('nothing to take in turn')
  return (at) => items[at % items.length] ?? first
}
