import { carried, inside, type Carrier, type Reading, type ReadingContext } from './reading.ts'

/**
 * What was baked into a picture. An address in it is the address of an assertion of Open Badges 2.0 (or 1.x), where it
 * is hosted; everything else says itself what it is.
 */
export async function readBaked(text: string, carrier: Carrier, context: ReadingContext): Promise<Reading> {
  const within = inside(context, carrier)
  const reading = await context.readOn(text, within)
  if (reading.kind !== 'link' || !('address' in reading.to)) return reading
  return { kind: 'open-badge-2', url: text.trim(), signed: false, ...carried(within) }
}
