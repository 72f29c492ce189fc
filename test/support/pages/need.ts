/** What the demonstration must have: a page of nothing would be walked and photographed without anybody noticing. */
export function need<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('the demonstration has no such thing')
  return thing
}
