import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { openReader } from '../../../server/verifier/reading/index.ts'
import { aPng, bakedSvg, credentialElement, pdfWith, pngChunk } from '../../support/carriers.ts'
import { competence, newKey, sign } from '../../vc/builders.ts'
import { sealed } from './samples.ts'

const reader = openReader({ publicUrl: 'https://passerelle.test' })
afterAll(() => reader.close())
const key = await newKey()
const credential = await sign(competence(key.did), key)
const json = JSON.stringify(credential)

const said = async (source: Uint8Array | string) => {
  const reading = await reader.read(source)
  return reading.kind === 'problem' ? reading.code : reading.kind
}
const object = (number: number, body: string): Buffer => Buffer.from(`${number} 0 obj\n${body}\nendobj\n`)
const stream = (number: number, entries: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ])
const pdf = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts.map((part) => Buffer.from(part))])

describe('a small file that unpacks to a very large one is not unpacked', () => {
  // 5 MB of these would be 5 GB
  const bomb = deflateSync(Buffer.alloc(300_000_000), { level: 9 })

  it('in the text of a PNG', async () => {
    const head = Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1')
    const png = await aPng()
    const chunk = pngChunk('iTXt', Buffer.concat([head, bomb]))
    expect(await said(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]))).toBe('damaged')
  })

  it('in the object streams and the attachments of a PDF, one or many', async () => {
    const objects = Array.from({ length: 8 }, (_, index) =>
      stream(10 + index, '/Type/ObjStm/N 100/First 10/Filter/FlateDecode', bomb),
    )
    expect(await said(pdf(...objects))).toBe('pdf-without-attachment')
    const attached = stream(9, '/Type/EmbeddedFile/Filter/FlateDecode', bomb)
    const catalogue = object(1, '<</Type/Catalog/AF[2 0 R]>>')
    const specification = object(2, '<</Type/Filespec/EF<</F 9 0 R>>>>')
    expect(await said(pdf(catalogue, specification, attached, 'trailer<</Root 1 0 R>>'))).toBe(
      'pdf-without-attachment',
    )
  })

  it('in the entities of an SVG, which are not even read', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    )
    const laughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${entities.join('')}]>`
    expect(await said(Buffer.from(bakedSvg(credentialElement('&l9;'), undefined, laughs)))).toBe(
      'svg-with-entities',
    )
    const outside = '<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    expect(
      await said(
        Buffer.from(bakedSvg('<openbadges:credential>&file;</openbadges:credential>', undefined, outside)),
      ),
    ).toBe('svg-with-entities')
    expect(
      await said(Buffer.from(bakedSvg('<openbadges:credential>&undeclared;</openbadges:credential>'))),
    ).toBe('damaged')
  })

  it('in the pixels of a picture', async () => {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(60_000, 0)
    header.writeUInt32BE(60_000, 4)
    header.set([8, 2, 0, 0, 0], 8)
    const signature = (await aPng()).subarray(0, 8)
    const wide = Buffer.concat([
      signature,
      checked('IHDR', header),
      checked('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      checked('IEND', Buffer.alloc(0)),
    ])
    expect(await said(wide)).toBe('picture-too-large')
  })

  it('in the passes of a picture, which are all in memory at a time', async () => {
    const white = sharp({ create: { width: 5200, height: 5200, channels: 3, background: '#ffffff' } })
    const inPasses = await white.clone().jpeg({ progressive: true }).toBuffer()
    const patient = openReader({ publicUrl: 'https://passerelle.test', limits: { milliseconds: 20_000 } })
    try {
      expect(await patient.read(inPasses)).toMatchObject({ code: 'picture-too-large' })
      expect(await patient.read(await white.clone().jpeg().toBuffer())).toMatchObject({
        code: 'picture-without-code',
      })
    } finally {
      await patient.close()
    }
  })
})

describe('what is nested or leads in circles comes to an end', () => {
  it('in 100,000 levels of JSON, of SVG and of a PDF', async () => {
    expect(await said('['.repeat(100_000) + ']'.repeat(100_000))).toBe('too-deep')
    expect(await said(`"${'['.repeat(100_000)}"`)).toBe('too-deep')
    expect(await said(Buffer.from(bakedSvg('<g>'.repeat(100_000))))).toBe('too-deep')
    expect(
      await said(pdf(`1 0 obj${'[<</A'.repeat(100_000)}`, '<<'.repeat(100_000), '('.repeat(100_000))),
    ).toBe('pdf-without-attachment')
  })

  it('in a JSON string in a JSON string, and a data: address in a data: address', async () => {
    let text = json
    for (let level = 0; level < 12; level++) text = JSON.stringify(text)
    expect(await said(text)).toBe('too-deep')
    let address = json
    for (let level = 0; level < 12; level++) address = `data:,${encodeURIComponent(address)}`
    expect(await said(address)).toBe('too-deep')
  })

  it('in a PDF whose tables, names and attachments point at themselves', async () => {
    const circle = pdf(
      object(1, '<</Type/Catalog/Names 2 0 R/AF 3 0 R>>'),
      object(2, '<</EmbeddedFiles 4 0 R>>'),
      object(3, '[3 0 R 4 0 R]'),
      object(4, '<</Kids[4 0 R 2 0 R]/Names[(a) 4 0 R]>>'),
      object(5, '5 0 R'),
      'xref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF',
    )
    expect(await said(circle)).toBe('pdf-without-attachment')
  })

  it('in a token of 5 MB', async () => {
    expect(await said(`eyJhbGciOiJFZERTQSJ9.${'A'.repeat(4_900_000)}.AA`)).toBe('too-large')
  })
})

describe('one hostile file costs one process at most', () => {
  it('because it ends when it has had its time, and the next file gets another one', async () => {
    const impatient = openReader({ publicUrl: 'https://passerelle.test', limits: { milliseconds: 1 } })
    try {
      const slow = await pdfWith({ 'a.json': `{"type":"VerifiableCredential","a":"${'x'.repeat(900_000)}"}` })
      expect(await impatient.read(slow)).toEqual({ kind: 'problem', code: 'too-slow' })
    } finally {
      await impatient.close()
    }
    expect(await said(json)).toBe('credential')
  })

  it('and the same when its memory runs out', async () => {
    const small = openReader({
      publicUrl: 'https://passerelle.test',
      limits: { heapMegabytes: 24, milliseconds: 20_000 },
    })
    try {
      const many = `[${'[],'.repeat(300_000)}[]]`
      expect(await small.read(many)).toMatchObject({ kind: 'problem' })
      expect(await small.read(json)).toMatchObject({ kind: 'credential' })
    } finally {
      await small.close()
    }
  })

  it('and never the server, however fast its memory runs out', async () => {
    const numbers = deflateSync(Buffer.from('1 '.repeat(3_900_000)))
    const entries = '/Type/ObjStm/N 4000000/First 7800000/Filter/FlateDecode'
    const patient = openReader({ publicUrl: 'https://passerelle.test', limits: { milliseconds: 20_000 } })
    try {
      const file = pdf(...[1, 2, 3].map((number) => stream(number, entries, numbers)))
      expect(await patient.read(file)).toEqual({ kind: 'problem', code: 'too-large' })
      expect(await patient.read(json)).toMatchObject({ kind: 'credential' })
    } finally {
      await patient.close()
    }
  })

  it('and whoever comes while a process that nobody asked for a while ends gets another one', async () => {
    const short = openReader({
      publicUrl: 'https://passerelle.test',
      limits: { processes: 1, idleMilliseconds: 1 },
    })
    try {
      for (let count = 0; count < 5; count++) {
        expect(await short.read(json)).toMatchObject({ kind: 'credential' })
        await new Promise((resolve) => setTimeout(resolve, count))
      }
    } finally {
      await short.close()
    }
  })

  it('and whoever has nothing under way goes before whoever has, and finds a place', async () => {
    const narrow = openReader({ publicUrl: 'https://passerelle.test', limits: { processes: 1, waiting: 4 } })
    try {
      const order: string[] = []
      const read = async (visitor: string) => {
        const { kind } = await narrow.read(json, visitor)
        order.push(kind === 'problem' ? `${visitor} later` : visitor)
      }
      await Promise.all(['greedy', 'greedy', 'greedy', 'greedy', 'modest'].map(read))
      expect(order).toEqual(['greedy later', 'greedy', 'modest', 'greedy', 'greedy'])
    } finally {
      await narrow.close()
    }
  })

  it('and whoever comes when too many wait is asked to come again', async () => {
    const narrow = openReader({ publicUrl: 'https://passerelle.test', limits: { processes: 1, waiting: 1 } })
    try {
      const words = await Promise.all(
        [json, json, json].map(async (source) => (await narrow.read(source)).kind),
      )
      expect(words).toEqual(['credential', 'credential', 'problem'])
    } finally {
      await narrow.close()
    }
  })
})

describe('a PDF that was sealed or updated', () => {
  it('is read as its last revision has it', async () => {
    const before = await pdfWith(
      { 'a.json': JSON.stringify({ ...credential, name: 'Avant' }) },
      { useObjectStreams: false },
    )
    expect(await reader.read(before)).toMatchObject({ document: { name: 'Avant' } })
    expect(await reader.read(sealed(before, json))).toMatchObject({
      kind: 'credential',
      document: credential,
      others: 0,
    })
  })

  it('is told apart from one that only speaks of attachments, and from one with a password', async () => {
    expect(await said(pdf('trailer<</Root 1 0 R/Encrypt 2 0 R>>'))).toBe('pdf-encrypted')
    expect(await said(JSON.stringify({ ...credential, name: '%PDF-1.7' }))).toBe('credential')
  })
})

/** A chunk with its checksum, which whoever draws the picture looks at. */
function checked(type: string, data: Uint8Array): Buffer {
  const chunk = pngChunk(type, data)
  let crc = 0xffffffff
  for (const byte of chunk.subarray(4, -4)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  chunk.writeUInt32BE((crc ^ 0xffffffff) >>> 0, chunk.length - 4)
  return chunk
}
