import { createHash } from 'node:crypto'
import request, { type Response } from 'supertest'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { createFileStore } from '../../../server/platform/files/index.ts'
import {
  addEvidence,
  evidenceRoutes,
  listEvidence,
  removeEvidence,
} from '../../../server/records/evidence/index.ts'
import { MAX_PHOTO_SIDE, reencodePhoto } from '../../../server/records/evidence/reencode-photo.ts'
import { temporaryFolder } from '../../support/database.ts'
import { aWebsite, hiddenField } from '../a-website.ts'
import { aNetwork, aSession, NOW, TEAM } from '../training-sessions/a-network.ts'

const photo = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#0f766e' } })
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const jpeg = async (): Promise<Uint8Array> =>
  photo()
    .withExif({ IFD0: { Make: 'SecretPhone' } })
    .jpeg()
    .toBuffer()

async function open() {
  const network = await aNetwork()
  const { session, ines, malo } = await aSession(network)
  const deps = { ...network.deps, files: createFileStore(temporaryFolder()) }
  const { anne, stranger } = network
  const place = { sessionId: session.id, enrolmentId: ines.enrolmentId }
  const add = (
    file: Uint8Array | undefined,
    more: { name?: string; mediaType?: string; narrative?: string } = {},
  ) =>
    addEvidence(deps, anne, {
      ...place,
      title: 'Le menu traduit',
      narrative: more.narrative,
      competence: TEAM,
      file: file && {
        bytes: file,
        name: more.name ?? 'x',
        mediaType: more.mediaType ?? 'application/octet-stream',
      },
    })
  const agent = request.agent(aWebsite({ anne, stranger }, evidenceRoutes(deps)))
  const path = `/sessions/${session.id}/learners/${ines.enrolmentId}/evidence`
  const as = (name: string) => ({ Cookie: `session=${name}` })
  const send = async (
    fields: Record<string, string>,
    file?: Uint8Array,
    name = 'photo.jpg',
  ): Promise<Response> => {
    const { text: page } = await agent.get(path).set(as('anne'))
    const post = agent
      .post(path)
      .set(as('anne'))
      .field({ _csrf: hiddenField(page, '_csrf'), ...fields })
    return file === undefined ? post : post.attach('file', Buffer.from(file), name)
  }
  return { ...network, deps, session, ines, malo, place, add, agent, path, as, send }
}

describe('keeping a photo', () => {
  it('decodes it and writes it again: nothing it carried survives', async () => {
    const { add, deps } = await open()
    const given = await jpeg()
    expect(Buffer.from(given).includes('SecretPhone')).toBe(true)
    const { kind, file } = await add(Buffer.concat([given, Buffer.from('<script>hidden</script>')]))
    const stored = await deps.files.read(file?.key ?? '')
    expect(kind).toBe('photo')
    expect(file).toMatchObject({
      mediaType: 'image/jpeg',
      size: stored.length,
      sha256: createHash('sha256').update(stored).digest('hex'),
    })
    expect(Buffer.from(stored).includes('SecretPhone')).toBe(false)
    expect(Buffer.from(stored).includes('script')).toBe(false)
  })

  it('stands it upright and makes it at most 1600 pixels a side', async () => {
    const sideways = await photo(3_000, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { width, height, exif } = await sharp(await reencodePhoto(sideways)).metadata()
    expect([width, height]).toEqual([107, MAX_PHOTO_SIDE])
    expect(exif).toBeUndefined()
  })

  it('takes the place and the device out of a sideways photo of twelve million pixels, which stands upright then', async () => {
    const { add, deps } = await open()
    const given = await photo(4_000, 3_000)
      .withExif({
        IFD0: { Make: 'SecretPhone' },
        IFD3: { GPSLatitude: '48/1 23/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { file } = await add(given, { name: 'IMG_2041.JPG' })
    const { width, height, exif, orientation } = await sharp(
      await deps.files.read(file?.key ?? ''),
    ).metadata()
    expect([width, height, exif, orientation]).toEqual([1_200, MAX_PHOTO_SIDE, undefined, undefined])
  })

  it('takes a photo heavier than a document may be', async () => {
    const { add } = await open()
    const noise = {
      width: 2_400,
      height: 1_800,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    } as const
    const heavy = await sharp({ create: { ...noise, background: '#000' } })
      .jpeg({ quality: 100 })
      .toBuffer()
    expect(heavy.length).toBeGreaterThan(5_000_000)
    expect((await add(heavy)).file?.size).toBeLessThan(5_000_000)
  })

  it.each(['png', 'webp', 'avif'] as const)('takes %s', async (format) => {
    const { add } = await open()
    expect((await add(await photo().toFormat(format).toBuffer())).file?.mediaType).toBe('image/jpeg')
  })

  it('refuses a small file that unfolds into a giant picture', async () => {
    const bomb = await photo(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(reencodePhoto(bomb)).rejects.toMatchObject({ code: 'file-not-an-image' })
  })
})

describe('files we do not keep', () => {
  it.each([
    ['a photo of 20 MB', new Uint8Array(20_000_000).fill(0xff), 'photo.jpg', 'file-too-large'],
    ['text called a photo', text('ceci est une photo'), 'photo.jpg', 'file-not-an-image'],
    [
      'a photo cut short',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]),
      'photo.jpg',
      'file-not-an-image',
    ],
    ['a drawing with a script', text('<svg onload="alert(1)"/>'), 'dessin.svg', 'file-not-an-image'],
    [
      'an iPhone’s HEIC, whatever it is called',
      text('\0\0\0\u0018ftypheic\0\0\0\0'),
      'photo.jpg',
      'invalid-input',
    ],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'notes.xlsx', 'file-type-refused'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2]), 'cv.pdf', 'file-type-refused'],
    ['nothing', new Uint8Array(), 'vide.txt', 'file-type-refused'],
  ])('%s', async (_name, bytes, name, code) => {
    const { add, db } = await open()
    await expect(add(bytes, { name })).rejects.toMatchObject({ code })
    expect(await db('evidence')).toHaveLength(0)
  })

  it('keeps a PDF and a text as they are', async () => {
    const { add, deps } = await open()
    const pdf = text('%PDF-1.7\nrien\n%%EOF')
    const kept = await add(pdf, { name: 'attestation.pdf' })
    expect(kept).toMatchObject({ kind: 'file', file: { mediaType: 'application/pdf' } })
    expect(Buffer.from(await deps.files.read(kept.file?.key ?? '')).equals(Buffer.from(pdf))).toBe(true)
    expect(await add(text('Très bon stage'))).toMatchObject({
      kind: 'file',
      file: { mediaType: 'text/plain' },
    })
  })
})

describe('rules', () => {
  it('needs words or a file, a competence we know and a place in the session', async () => {
    const { add, deps, anne, place, malo, session } = await open()
    await expect(add(undefined)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'narrative' }],
    })
    expect(await add(undefined, { narrative: 'A traduit le menu' })).toMatchObject({
      kind: 'text',
      file: undefined,
    })
    const input = { ...place, title: 'T', narrative: 'N' }
    await expect(addEvidence(deps, anne, { ...input, competence: 'NOPE' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const elsewhere = await aSession({ ...deps, ...(await aNetwork()) })
    await expect(
      addEvidence(deps, anne, { ...input, enrolmentId: elsewhere.ines.enrolmentId }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await listEvidence(deps.db, [malo.enrolmentId])).toEqual([])
    expect(session.signedAt).toBeUndefined()
  })

  it('is closed to another structure, and once the session is signed', async () => {
    const { deps, db, stranger, anne, place, add, session } = await open()
    const input = { ...place, title: 'T', narrative: 'N' }
    await expect(addEvidence(deps, stranger, input)).rejects.toMatchObject({ code: 'not-found' })
    const { id } = await add(undefined, { narrative: 'N' })
    await expect(removeEvidence(deps, stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
    await expect(addEvidence(deps, anne, input)).rejects.toMatchObject({ code: 'session-already-signed' })
    await expect(removeEvidence(deps, anne, id)).rejects.toMatchObject({ code: 'session-already-signed' })
  })

  it('takes back a piece and its file, unless another piece holds the same bytes', async () => {
    const { add, deps, anne } = await open()
    const [first, second] = [await add(text('Bravo')), await add(text('Bravo'))]
    await removeEvidence(deps, anne, first.id)
    expect(await deps.files.read(second.file?.key ?? '')).toHaveLength(5)
    await removeEvidence(deps, anne, second.id)
    await expect(deps.files.read(second.file?.key ?? '')).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeEvidence(deps, anne, second.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the same file attached at the moment a colleague takes it back', () => {
  it('is still there, whichever of the two comes last', async () => {
    const { add, deps, anne } = await open()
    const first = await add(text('Bravo'))
    const key = first.file?.key ?? ''
    // the colleague’s row arrives while the file is being removed
    const files = {
      ...deps.files,
      remove: async (removed: string) => {
        await deps.files.remove(removed)
        await add(text('Bravo'))
        await deps.files.remove(removed)
      },
    }
    await removeEvidence({ ...deps, files }, anne, first.id)
    expect(await deps.files.read(key)).toHaveLength(5)
  })

  it('is still there when it went between being stored and being recorded', async () => {
    const { deps, anne, place } = await open()
    let stored = 0
    const files = {
      ...deps.files,
      put: async (bytes: Uint8Array) => {
        const key = await deps.files.put(bytes)
        stored += 1
        if (stored === 1) await deps.files.remove(key)
        return key
      },
    }
    const file = { bytes: text('Bravo'), name: 'x', mediaType: 'text/plain' }
    const kept = await addEvidence({ ...deps, files }, anne, { ...place, title: 'T', file })
    expect(await deps.files.read(kept.file?.key ?? '')).toHaveLength(5)
  })

  it('leaves nothing behind when the piece is refused', async () => {
    const { deps, db, anne, place, session } = await open()
    const keys: string[] = []
    const files = {
      ...deps.files,
      put: async (bytes: Uint8Array) => {
        await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
        const key = await deps.files.put(bytes)
        keys.push(key)
        return key
      },
    }
    const file = { bytes: text('Bravo'), name: 'x', mediaType: 'text/plain' }
    await expect(addEvidence({ ...deps, files }, anne, { ...place, title: 'T', file })).rejects.toMatchObject(
      { code: 'session-already-signed' },
    )
    expect(keys).toHaveLength(1)
    await expect(deps.files.read(keys[0] ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('pages', () => {
  it('adds a photo, shows it to the session’s people only, and lets nothing run in it', async () => {
    const { send, agent, path, as, db } = await open()
    const added = await send({ title: 'Le menu', competence: TEAM }, await jpeg())
    expect([added.status, added.headers['location']]).toEqual([303, path])
    const [{ id }] = (await db('evidence').select('id')) as [{ id: string }]
    const shown = await agent.get(`/evidence/${id}`).set(as('anne'))
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    expect(shown.headers['content-disposition']).toMatch(/^inline; filename="passerelle-[0-9a-f]{8}\.jpg"$/)
    expect((await agent.get(`/evidence/${id}`).set(as('stranger'))).status).toBe(404)
    expect((await agent.get(`/evidence/${id}`)).status).toBe(303)
    expect((await agent.get(path).set(as('stranger'))).status).toBe(404)
    expect((await agent.get(path).set(as('anne'))).text).toContain('Le menu')
  })

  it('sends documents as downloads', async () => {
    const { send, agent, as, db } = await open()
    await send({ title: 'Lettre' }, text('<script>alert(1)</script>'), 'lettre.html')
    const [{ id }] = (await db('evidence').select('id')) as [{ id: string }]
    const { headers } = await agent.get(`/evidence/${id}`).set(as('anne'))
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment/)
  })

  it.each([
    ['20 MB', { title: 'Le menu' }, new Uint8Array(20_000_000).fill(0xff), 413, 'trop lourd'],
    ['no image', { title: 'Le menu' }, text('non'), 422, 'pas une image'],
    ['no title', { title: '' }, undefined, 422, 'ne peut pas rester vide'],
    ['nothing in it', { title: 'Le menu' }, undefined, 422, 'quelques mots'],
  ])(
    'gives the form back with one sentence and what was typed: %s',
    async (_name, fields, file, status, words) => {
      const { send } = await open()
      const page = await send({ narrative: '', ...fields }, file)
      expect(page.status).toBe(status)
      expect(page.text).toContain(words)
      if (fields.title !== '') expect(page.text).toContain('value="Le menu"')
    },
  )
})

test('what is kept is told to the audit trail, without the person’s name', async () => {
  const { add, db } = await open()
  const { id } = await add(undefined, { narrative: 'N' })
  const [event] = (await db('audit_events').where({ subject_id: id })) as {
    action: string
    details: string
  }[]
  expect(event?.action).toBe('evidence.added')
  expect(event?.details).not.toContain('Inès')
})

test('No picture stays in memory once it is written again', async () => {
  await reencodePhoto(await photo(800, 600).jpeg({ progressive: true }).toBuffer())
  // what the library would keep of it are all its pixels, several hundred megabytes for a large one
  expect(sharp.cache().items).toMatchObject({ current: 0, max: 0 })
})
