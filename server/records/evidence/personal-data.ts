import { z } from 'zod'
import { rowsKeeper, type ExportedFile, type PersonalDataKeeper } from '../../access/personal-data/index.ts'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { AcceptedMediaType, Evidence, EvidenceFile, OwnEvidence } from './evidence.ts'
import { selectEvidenceOf, selectOwnEvidence } from './store.ts'

const rows = rowsKeeper({
  table: 'evidence',
  column: 'enrolment_id',
  of: 'enrolment',
  without: ['sha256'],
  fileKey: 'file_key',
})

/** What shows what somebody did, their photos and files with it. */
export function evidenceKeeper(files: FileStore): PersonalDataKeeper {
  return {
    ...rows,
    async exportOf(db, learnerId) {
      const enrolments = z
        .array(z.string())
        .parse(await db('enrolments').where({ learner_id: learnerId }).pluck('id')) as EnrolmentId[]
      const found = await selectEvidenceOf(db, enrolments)
      const given = []
      for (const piece of found)
        // a piece of the person's own is given with their own
        if (piece.file !== undefined && piece.ownedBy === undefined)
          given.push(...(await fileOf(files, piece, piece.file)))
      const [section] = await rows.exportOf(db, learnerId)
      return [{ section: rows.name, records: section?.records ?? [], files: given }]
    },
  }
}

const ownRows = rowsKeeper({
  name: 'own-evidence',
  table: 'evidence',
  column: 'learner_id',
  of: 'learner',
  without: ['sha256'],
  fileKey: 'file_key',
})

/** The photos and files a young person keeps of their own, shown to somebody or not. */
export function ownEvidenceKeeper(files: FileStore): PersonalDataKeeper {
  return {
    ...ownRows,
    async exportOf(db, learnerId) {
      const given = []
      for (const piece of await selectOwnEvidence(db, learnerId))
        if (piece.file !== undefined) given.push(...(await fileOf(files, piece, piece.file)))
      const [section] = await ownRows.exportOf(db, learnerId)
      return [{ section: ownRows.name, records: section?.records ?? [], files: given }]
    },
  }
}

/** Types we accept, as file names end. */
const ENDINGS: Readonly<Record<AcceptedMediaType, string>> = {
  'image/jpeg': '.jpg',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
}

/** None when the file is not there any more: what is left is given all the same. */
async function fileOf(
  files: FileStore,
  { title }: Evidence | OwnEvidence,
  file: EvidenceFile,
): Promise<ExportedFile[]> {
  const bytes = await files.read(file.key).catch(() => undefined)
  const name = title
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80)
  return bytes === undefined ? [] : [{ name: `evidence/${name}${ENDINGS[file.mediaType]}`, bytes }]
}
