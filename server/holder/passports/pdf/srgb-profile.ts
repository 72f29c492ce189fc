/**
 * The colours our numbers mean: sRGB (IEC 61966-2-1) as an ICC profile of the fourth version (ISO 15076-1), in as few
 * bytes as it can be said. An archived page names its colours so that they are the same in thirty years.
 */
export function srgbProfile(): Uint8Array {
  const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
  const tags: readonly (readonly [readonly string[], Buffer])[] = [
    [['desc'], localised('sRGB')],
    [['cprt'], localised('CC0')],
    [['wtpt'], numbers('XYZ ', WHITE_POINT)],
    // from the white of a screen (D65) to that of the profile's space (D50)
    [
      ['chad'],
      numbers(
        'sf32',
        [1.047886, 0.022919, -0.050216, 0.029582, 0.990484, -0.017079, -0.009252, 0.015073, 0.751678],
      ),
    ],
    [['rXYZ'], numbers('XYZ ', [0.436066, 0.222488, 0.013916])],
    [['gXYZ'], numbers('XYZ ', [0.385147, 0.716873, 0.097076])],
    [['bXYZ'], numbers('XYZ ', [0.143066, 0.060608, 0.714096])],
    // a parametric curve of the fourth kind (10.18)
    [['rTRC', 'gTRC', 'bTRC'], numbers('para', curve, Buffer.from([0, 3, 0, 0]))],
  ]
  return assemble(tags)
}

/** D50, as every profile counts it. */
const WHITE_POINT = [0.9642, 1, 0.8249]
const HEADER_BYTES = 128
const ENTRY_BYTES = 12

function assemble(tags: readonly (readonly [readonly string[], Buffer])[]): Uint8Array {
  const count = tags.reduce((sum, [names]) => sum + names.length, 0)
  let offset = HEADER_BYTES + 4 + ENTRY_BYTES * count
  const entries: Buffer[] = [unsigned(count)]
  for (const [names, data] of tags) {
    for (const name of names)
      entries.push(Buffer.concat([Buffer.from(name), unsigned(offset), unsigned(data.length)]))
    offset += data.length
  }
  return Buffer.concat([header(offset), ...entries, ...tags.map(([, data]) => data)])
}

/** ISO 15076-1, 7.2: a monitor's RGB, told in XYZ. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [at, value] of [2026, 1, 1].entries()) bytes.writeUInt16BE(value, 24 + 2 * at)
  bytes.write('acsp', 36, 'latin1')
  WHITE_POINT.forEach((value, at) => bytes.writeInt32BE(fixed(value), 68 + 4 * at))
  return bytes
}

/** A text in one language (10.15), filled up to four bytes. */
function localised(text: string): Buffer {
  const letters = Buffer.from(text, 'utf16le').swap16()
  const start = Buffer.concat([
    Buffer.from('mluc'),
    ...[0, 1, ENTRY_BYTES].map(unsigned),
    Buffer.from('enUS'),
    ...[letters.length, 28].map(unsigned),
  ])
  return Buffer.concat([start, letters, Buffer.alloc((4 - (letters.length % 4)) % 4)])
}

function numbers(type: string, values: readonly number[], before = Buffer.alloc(0)): Buffer {
  const written = values.map((value) => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32BE(fixed(value))
    return bytes
  })
  return Buffer.concat([Buffer.from(type), Buffer.alloc(4), before, ...written])
}

/** A number with sixteen bits after the point. */
const fixed = (value: number): number => Math.round(value * 0x10000)

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
