import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrganisationId } from '../../kernel/ids.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import { renderEachPassport } from '../passports/index.ts'
import type { BatchPrint, BatchScope } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { choosePeople, type HolderOfPassport } from './choose-people.ts'
import { fileNameOf } from './file-names.ts'
import { printOptions } from './print-files.ts'
import { readPassports } from './read-passports.ts'

export interface WritePassportsInput {
  readonly organisationId: OrganisationId
  readonly about: BatchScope
  readonly print: BatchPrint
  /** Folder, made when it is not there. */
  readonly out: string
  readonly onProgress?: (done: number, total: number) => void
}

export interface WrittenPassports {
  readonly files: readonly string[]
  /** Files that were there before. */
  readonly already: number
  /** People whose passport has characters that no font has. */
  readonly unprintable: readonly { readonly name: string; readonly characters: string }[]
}

/** People whose passports are read and printed together. */
const CHUNK = 20
const READABLE = 0o644

/**
 * Writes one PDF a person into a folder, for whoever keeps the server. A file's name ends with the code of the passport:
 * run again, only what is new is written.
 */
export async function writePassports(deps: BatchDeps, input: WritePassportsInput): Promise<WrittenPassports> {
  const people = await choosePeople(deps.db, input.organisationId, input.about)
  const files: string[] = []
  const unprintable: { name: string; characters: string }[] = []
  let already = 0
  for (let start = 0; start < people.length; start += CHUNK) {
    const missing = []
    for (const person of people.slice(start, start + CHUNK)) {
      const path = pathOf(input.out, person)
      files.push(path)
      if (await isThere(path)) already += 1
      else missing.push({ person, path })
    }
    for await (const one of printMissing(deps, input, missing)) unprintable.push(one)
    input.onProgress?.(Math.min(start + CHUNK, people.length), people.length)
  }
  return { files, already, unprintable }
}

const pathOf = (out: string, { familyName, givenName, code }: HolderOfPassport): string =>
  join(out, `${fileNameOf(familyName, givenName)} ${code}.pdf`)

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function* printMissing(
  deps: BatchDeps,
  { print }: WritePassportsInput,
  missing: readonly { readonly person: HolderOfPassport; readonly path: string }[],
) {
  const items = missing.map(({ person }, position) => ({
    position,
    learnerId: person.id,
    fileNumber: position,
    failure: null,
    missing: null,
  }))
  const { passports } = await readPassports(deps, items, print.locale)
  for await (const { content, bytes, unprintable } of renderEachPassport(passports, printOptions(print))) {
    const { position, organisationId, holderName: name } = content
    const sealed = await deps.sealPassport(bytes, { organisationId, locale: print.locale })
    await writeFileAtomically(missing[position]?.path ?? '', sealed, READABLE)
    if (unprintable.length > 0) yield { name, characters: unprintable.join(' ') }
  }
}
