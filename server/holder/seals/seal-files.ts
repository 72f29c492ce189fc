import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createSeal } from '../../access/sealing/index.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'

/** Where the seals lie in the keys folder: one file a structure, named after it. */
export const SEALS_FOLDER = 'seals'
const NAME = /^([0-9a-f-]{36})\.json$/

/** Whether a path below the keys folder is a seal's: a backup takes it along with the keys. */
export function isSealFile(path: string): boolean {
  const [folder, name = '', ...rest] = path.split('/')
  return folder === SEALS_FOLDER && NAME.test(name) && rest.length === 0
}

const fileSchema = z.object({
  version: z.literal(1),
  /** PEM, the structure's own first: nothing secret. */
  certificates: z.string(),
  /** PKCS #8 in PEM, closed under a secret of this installation. */
  key: z.string(),
})

/** A seal as it is kept. */
export interface KeptSeal {
  readonly organisationId: OrganisationId
  readonly certificates: string
  /** PKCS #8 in PEM; undefined when another installation closed it, or the file was changed. */
  openKey(): string | undefined
}

/** The seals of the keys folder. */
export interface SealFiles {
  /** Undefined when the structure has none, or the file is damaged beyond reading. */
  read(id: OrganisationId): Promise<KeptSeal | undefined>
  /** In place of the one that was there, if any. */
  write(id: OrganisationId, seal: { certificates: string; key: string }): Promise<void>
  /** Says whether there was one. */
  remove(id: OrganisationId): Promise<boolean>
  list(): Promise<OrganisationId[]>
}

/**
 * Files of mode 0600 whose private keys are encrypted with AES-256-GCM under a secret that comes from the installation's
 * root secret, as the issuers' keys are: another passphrase for the keys folder changes nothing here. Each is bound to its
 * structure and its certificate: moved to another structure's name, or given another certificate, it does not open.
 */
export function sealFiles(keysDir: string, secret: Uint8Array): SealFiles {
  const box = createSeal(secret)
  const folder = join(keysDir, SEALS_FOLDER)
  const pathOf = (id: OrganisationId): string => join(folder, `${id}.json`)
  const contextOf = (id: OrganisationId, certificates: string): string =>
    `passerelle/structure-seal/${id}\n${certificates}`
  return {
    async read(organisationId) {
      const text = await unlessMissing(readFile(pathOf(organisationId), 'utf8'))
      const file = text === undefined ? undefined : parseFile(text)
      if (file === undefined) return undefined
      const { certificates, key } = file
      return {
        organisationId,
        certificates,
        openKey: () => box.open(key, contextOf(organisationId, certificates)),
      }
    },
    async write(id, { certificates, key }) {
      const closed = box.close(key, contextOf(id, certificates))
      const file = { version: 1, certificates, key: closed }
      await writeFileAtomically(pathOf(id), `${JSON.stringify(file, null, 2)}\n`)
    },
    async remove(id) {
      return (await unlessMissing(rm(pathOf(id)).then(() => true))) ?? false
    },
    async list() {
      const names = (await unlessMissing(readdir(folder))) ?? []
      return names.flatMap((name) => (NAME.exec(name)?.[1] ?? []) as OrganisationId | [])
    },
  }
}

function parseFile(text: string): z.output<typeof fileSchema> | undefined {
  try {
    return fileSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function unlessMissing<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
