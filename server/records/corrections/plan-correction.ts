import { createHash } from 'node:crypto'
import { dayInParis } from '../../kernel/clock.ts'
import {
  listCredentialsOfLearner,
  type Award,
  type CredentialChange,
  type CredentialRecord,
} from '../../issuer/credentials/index.ts'
import { awardRoot } from '../../issuer/reissue/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { buildAwards, planSigning, sessionEvidence, type Grid, type GridRow } from '../assessments/index.ts'
import { fullName } from '../learners/index.ts'
import type { CorrectedRow } from './apply-sheet.ts'
import type { PersonCorrection } from './correction.ts'

export interface CorrectionPlan {
  readonly people: readonly PersonCorrection[]
  /** Digest of what would be changed, signed anew, withdrawn and added. */
  readonly version: string
}

/**
 * What a correction does, without doing it. What the session would attest before and after the change is compared award
 * by award: only what differs is signed anew, and a new name changes everything its person was signed.
 */
export async function planCorrection(
  db: Db,
  grid: Grid,
  rows: readonly CorrectedRow[],
  by: { readonly name: string; readonly now: Date },
): Promise<CorrectionPlan> {
  const people: PersonCorrection[] = []
  for (const row of rows) people.push(await planPerson(db, grid, row, by))
  return { people, version: versionOf(people) }
}

async function planPerson(
  db: Db,
  grid: Grid,
  row: CorrectedRow,
  by: { readonly name: string; readonly now: Date },
): Promise<PersonCorrection> {
  const { enrolment } = row.before
  const records = await listCredentialsOfLearner(db, enrolment.learner.id)
  const held = records.filter(stands)
  const before = await awardsOf(db, grid, row.before, by)
  const after = await awardsOf(db, grid, row.after, by)
  const changes = new Map<CredentialRecord, CredentialChange>()
  const withdrawn: CredentialRecord[] = []
  for (const [key, old] of before) {
    const record = held.find((one) => awardRoot(one.awardKey) === key)
    const now = after.get(key)
    if (record === undefined) continue
    if (now === undefined) withdrawn.push(record)
    else if (differs(old, now)) changes.set(record, changeOf(old, now, by.name))
  }
  // what a host said of something that nobody attests any more goes with it
  const unspoken = new Set(withdrawn.map(({ id }) => id))
  withdrawn.push(...held.filter(({ endorses }) => endorses !== null && unspoken.has(endorses)))
  if (row.names !== undefined) {
    const name = fullName(row.after.enrolment.learner)
    for (const record of held)
      if (record.kind !== 'passport' && !withdrawn.includes(record))
        changes.set(record, { ...changes.get(record), name })
  }
  const added = [...after].filter(([key]) => !before.has(key)).map(([, award]) => award)
  return {
    enrolment,
    corrections: row.corrections,
    names: row.names,
    observation: row.observation,
    cells: row.cells,
    reissued: [...changes].map(([record, change]) => ({ record, change })),
    withdrawn,
    added: withPassport(added, records, row, grid).map((award) => underFreeKey(award, records)),
    passport: passportToRenew(held, {
      reissued: changes.size,
      withdrawn: withdrawn.length,
      added: added.length,
    }),
  }
}

function passportToRenew(
  held: readonly CredentialRecord[],
  counts: { readonly reissued: number; readonly withdrawn: number; readonly added: number },
): CredentialRecord | undefined {
  const members = held.filter(({ kind }) => kind !== 'passport').length
  const nothingChanges = counts.reissued + counts.withdrawn + counts.added === 0
  const nothingIsLeft = members - counts.withdrawn + counts.added === 0
  if (nothingChanges || nothingIsLeft) return undefined
  return held.filter(({ kind }) => kind === 'passport').at(-1)
}

const stands = ({ signed, revokedAt, supersededBy }: CredentialRecord): boolean =>
  signed !== null && revokedAt === null && supersededBy === null

/** What the session attests of a row, by award key: as it was when it was signed, with the row's values. */
async function awardsOf(
  db: Db,
  grid: Grid,
  row: GridRow,
  by: { readonly name: string; readonly now: Date },
): Promise<Map<string, Award>> {
  const { session } = grid
  const alone: Grid = { ...grid, rows: [row] }
  const plan = planSigning(alone, new Date(session.signedAt ?? by.now))
  const evidence = await sessionEvidence(db, alone)
  const facts = { session, evidence, attestedBy: by.name, awardedOn: dayInParis(by.now) }
  return new Map(
    buildAwards(plan, facts)
      .filter(({ kind }) => kind !== 'passport')
      .map((award) => [award.awardKey, award]),
  )
}

/** What the trainer said, in the kinds of award where a trainer says something. */
function saidIn(award: Award): { level?: string; words: string | undefined } {
  if (award.kind === 'competence') return { level: award.level, words: award.observation }
  return { words: award.kind === 'mobility' ? award.summary : undefined }
}

function differs(old: Award, now: Award): boolean {
  const [one, other] = [saidIn(old), saidIn(now)]
  return one.level !== other.level || one.words !== other.words
}

function changeOf(old: Award, now: Award, attestedBy: string): CredentialChange {
  const words = saidIn(now).words
  return {
    attestedBy,
    ...(old.kind === 'competence' && now.kind === 'competence' && old.level !== now.level
      ? { level: now.level }
      : {}),
    ...(saidIn(old).words === words ? {} : { observation: words ?? null }),
  }
}

/** A person who had nothing signed at all gets their first passport with their first credential. */
function withPassport(
  added: readonly Award[],
  records: readonly CredentialRecord[],
  row: CorrectedRow,
  { session }: Grid,
): readonly Award[] {
  const [first] = added
  if (first === undefined || records.some((record) => record.kind === 'passport' && stands(record)))
    return added
  const { learner, organisationId, sessionId, locale, awardedOn, attestedBy } = first
  const awardKey = `session:${session.id}:${row.before.enrolment.learner.id}:passport`
  const common = { learner, organisationId, sessionId, locale, awardedOn, attestedBy }
  return [...added, { ...common, awardKey, kind: 'passport' }]
}

/** A key belongs to the award that was made under it, also when it was withdrawn since. */
function underFreeKey(award: Award, records: readonly CredentialRecord[]): Award {
  const last = records.filter(({ awardKey }) => awardRoot(awardKey) === award.awardKey).at(-1)
  return last === undefined ? award : { ...award, awardKey: `${award.awardKey}+${last.id}` }
}

function versionOf(people: readonly PersonCorrection[]): string {
  const told = people.map(({ enrolment, corrections, reissued, withdrawn, added, passport }) => [
    enrolment.id,
    corrections,
    reissued.map(({ record, change }) => [record.id, change]),
    withdrawn.map(({ id }) => id),
    added.map(({ awardKey }) => awardKey),
    passport?.id,
  ])
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url')
}
