import { join } from 'node:path'
import {
  renderEachPassport,
  toPassport,
  toPrint,
  type PrintedPassport,
  type RenderedPassport,
} from '../holder/passports/index.ts'
import {
  listCredentialsOfLearner,
  listCredentialsOfSession,
  readCredential,
  verificationUrl,
  type CredentialRecord,
} from '../issuer/credentials/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Locale } from '../kernel/locale.ts'
import { writeFileAtomically } from '../platform/files/index.ts'
import { type JsonObject } from '../vc/index.ts'
import type { Services } from '../compose.ts'

/** What a session left on disk: one JSON per credential, one PDF per young person, and where each is checked. */
export interface SessionFiles {
  readonly credentials: { id: string; file: string; learner: string; url: string }[]
  readonly passports: { file: string; learner: string; code: string; url: string }[]
  /** Names the PDF could not print whole. */
  readonly unprintable: { learner: string; characters: string }[]
}

const READABLE = 0o644

/** Writes every signed credential and passport of a session into `out`; run again, it writes the same files (a seal says when it was set). */
export async function writeSessionFiles(
  services: Services,
  input: {
    sessionId: string
    out: string
    locale: Locale
    onProgress?: (done: number, total: number) => void
  },
): Promise<SessionFiles> {
  const files: SessionFiles = { credentials: [], passports: [], unprintable: [] }
  const records = await listCredentialsOfSession(services.db, input.sessionId)
  const signed = records.filter((record) => record.signed !== null && record.revokedAt === null)
  let done = 0
  const wrote = () => input.onProgress?.(++done, signed.length)
  for (const record of signed.filter(({ kind }) => kind !== 'passport')) {
    await writeCredential(services, record, input.out, files)
    wrote()
  }
  const passports = signed.filter(({ kind }) => kind === 'passport')
  for await (const printed of renderEachPassport(contentsOf(services, passports, input.locale), {
    locale: input.locale,
  })) {
    const { organisationId } = printed.content
    const bytes = await services.sealPassport(printed.bytes, { organisationId, locale: input.locale })
    await writePassport(services, { ...printed, bytes }, input.out, files)
    wrote()
  }
  const byName = (one: { learner: string; file: string }, other: { learner: string; file: string }): number =>
    one.learner.localeCompare(other.learner, 'fr') || one.file.localeCompare(other.file)
  files.credentials.sort(byName)
  files.passports.sort(byName)
  return files
}

async function writeCredential(
  services: Services,
  record: CredentialRecord,
  out: string,
  files: SessionFiles,
): Promise<void> {
  const bytes = signedBytes(record)
  const content = readCredential(JSON.parse(bytes) as JsonObject)
  const what = content.competence?.code ?? record.kind
  const learner = content.holderName
  const file = join(out, 'credentials', `${fileName(learner, what, record.code)}.json`)
  await writeFileAtomically(file, bytes, READABLE)
  files.credentials.push({
    id: record.url,
    file,
    learner,
    url: verificationUrl(services.publicUrl, record.code),
  })
}

/** Read one at a time, as they are printed, with the proof each carries. */
async function* contentsOf(
  services: Services,
  records: readonly CredentialRecord[],
  locale: Locale,
): AsyncGenerator<PrintedPassport & Pick<CredentialRecord, 'organisationId'>> {
  for (const record of records)
    yield {
      ...(await toPrint(
        services,
        toPassport(record, await listCredentialsOfLearner(services.db, record.learnerId), locale),
      )),
      organisationId: record.organisationId,
    }
}

async function writePassport(
  services: Services,
  { content, bytes, unprintable }: RenderedPassport & { readonly content: PrintedPassport },
  out: string,
  files: SessionFiles,
): Promise<void> {
  const { holderName: learner, code } = content
  const file = join(out, 'passports', `${fileName(learner, code)}.pdf`)
  await writeFileAtomically(file, bytes, READABLE)
  files.passports.push({ file, learner, code, url: verificationUrl(services.publicUrl, code) })
  if (unprintable.length > 0) files.unprintable.push({ learner, characters: unprintable.join(' ') })
}

function signedBytes(record: CredentialRecord): string {
  if (record.signed === null) throw new AppError('not-yet-issued')
  return record.signed
}

/** A name any file system takes: Latin letters kept without accents, everything else a hyphen. */
function fileName(...parts: string[]): string {
  return parts
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/gi, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('_')
}
