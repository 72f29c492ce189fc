import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { KIT_FORMAT, kitFiles, MANIFEST, type KitFilesDeps } from './kit-files.ts'

export type ExportKitDeps = KitFilesDeps

export interface ExportedKit {
  readonly out: string
  readonly files: number
  readonly bytes: number
  /** SHA-256 of the manifest, which names the digest of every other file: publish it elsewhere than the kit. */
  readonly manifestSha256: string
}

/**
 * Writes the verification kit into a folder: all of it, or nothing. A kit that is there already is replaced; a folder with
 * anything else in it, beside a kit or instead of one, is left alone.
 * @throws AppError `invalid-input` for such a folder
 */
export async function exportKit(deps: ExportKitDeps, folder: string): Promise<ExportedKit> {
  const out = resolve(folder)
  await requireFreeOrKit(out)
  const files = await kitFiles(deps)
  const temporary = `${out}.${newId()}.tmp`
  const former = `${out}.${newId()}.old`
  try {
    for (const [path, content] of files) {
      const target = join(temporary, ...path.split('/'))
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content)
    }
    // moved aside before it is deleted: a folder that cannot be replaced, such as a mounted one, keeps what it has
    await mkdir(out, { recursive: true })
    await rename(out, former)
    await rename(temporary, out)
    await rm(former, { recursive: true, force: true })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  const sizes = [...files.values()].map((content) => Buffer.byteLength(content))
  return {
    out,
    files: files.size,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    manifestSha256: createHash('sha256')
      .update(files.get(MANIFEST) ?? '')
      .digest('hex'),
  }
}

async function requireFreeOrKit(out: string): Promise<void> {
  const found = await readdir(out, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const files = found
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(out, join(parentPath, name)).split(sep).join('/'))
  if (files.length === 0) return
  const own = namedIn(await readFile(join(out, MANIFEST), 'utf8').catch(() => ''))
  if (!files.every((file) => own.has(file)))
    throw new AppError('invalid-input', {}, [{ field: '--out', message: 'fields.kitFolder' }])
}

const manifestFile = z.object({ format: z.literal(KIT_FORMAT), sha256: z.record(z.string(), z.string()) })

/** The files of a kit by its manifest; none when it is none. */
function namedIn(manifest: string): ReadonlySet<string> {
  try {
    return new Set([MANIFEST, ...Object.keys(manifestFile.parse(JSON.parse(manifest)).sha256)])
  } catch {
    return new Set()
  }
}
