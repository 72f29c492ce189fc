import { inGroupsOfFour } from '../../kernel/ids.ts'
import type { Award, CredentialRecord } from '../../issuer/credentials/index.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { writeVersion, type Grid, type Sheet, type Words } from '../assessments/index.ts'
import { fullName } from '../learners/index.ts'
import type { FieldCorrection, PersonCorrection } from './correction.ts'
import { correctionSheetOf } from './correction-sheet.ts'
import { correctionWords } from './correction-words.ts'
import type { CorrectionPreview } from './preview-correction.ts'

/** The page before the act: who, old and new, which papers are replaced. */
export function confirmationModel(
  { grid, plan, attestedBy }: CorrectionPreview,
  words: Words,
  { stale }: { stale: boolean },
) {
  const { session } = grid
  const { t } = words
  const papers = plan.people.reduce((sum, { reissued, added }) => sum + reissued.length + added.length, 0)
  const passports = plan.people.filter(({ passport }) => passport !== undefined).length
  return {
    title: t('corrections.confirmTitle', { title: session.title }),
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    version: plan.version,
    stale,
    promise: t('corrections.promise', {
      youths: t('sessions.youths', { count: plan.people.length }),
      credentials: t('sessions.credentials', { count: papers }),
      passports: t('corrections.passports', { count: passports }),
    }),
    // a name is nobody's attestation: whoever attested goes on attesting
    attestedBy: plan.people.some(attestsAnew) ? t('corrections.attestedBy', { name: attestedBy }) : undefined,
    people: plan.people.map((person) => personModel(person, grid, words)),
  }
}

const attestsAnew = ({ reissued, added }: PersonCorrection): boolean =>
  added.length > 0 || reissued.some(({ change }) => change.attestedBy !== undefined)

function personModel(person: PersonCorrection, grid: Grid, words: Words) {
  const { enrolment, corrections, names, reissued, withdrawn, added, passport } = person
  const { t } = words
  return {
    name: fullName(enrolment.learner),
    newName: names === undefined ? undefined : fullName(names),
    corrections: corrections.map((one) => correctionWords(one, words)),
    reissued: reissued.map(({ record }) => paper(record)),
    withdrawn: withdrawn.map(paper),
    added: added.flatMap((award) => titleOf(award, words) ?? []),
    passport: passport && paper(passport),
    nothingSigned:
      reissued.length + withdrawn.length + added.length === 0 ? t('corrections.nothingSigned') : undefined,
    hidden: hiddenFields(person, grid),
  }
}

const paper = ({ title, code }: CredentialRecord) => ({
  title,
  code: inGroupsOfFour(code),
  href: `/v/${code}`,
})

function titleOf(award: Award, { locale }: Words): string | undefined {
  if (award.kind === 'competence') return findCompetence(award.competence)?.label[locale]
  if (award.kind === 'mobility') return award.mobility.activity ?? award.mobility.programme
  return award.kind === 'attendance' ? award.session.title : undefined
}

/** What the form would send again, and nothing that was left as it is. */
function hiddenFields({ enrolment, corrections }: PersonCorrection, { rows }: Grid) {
  const row = rows.find((one) => one.enrolment.id === enrolment.id)
  const current: Sheet = row === undefined ? {} : correctionSheetOf(row)
  const fields = corrections.map(fieldOf)
  return [
    { name: `${enrolment.id}.version`, value: writeVersion(current, fields) },
    ...corrections.map((one) => ({ name: `${enrolment.id}.${fieldOf(one)}`, value: one.after })),
  ]
}

function fieldOf({ field, competence }: FieldCorrection): string {
  if (field === 'level') return `attested:${competence ?? ''}`
  return field === 'note' ? `note:${competence ?? ''}` : field
}
