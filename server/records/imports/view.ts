import { findCompetence, levelLabel, NOT_YET } from '../../issuer/achievements/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { MessageKey, Translate } from '../../platform/i18n/index.ts'
import type { AssessedLevel } from '../assessments/index.ts'
import { fullName, type SaveOutcome } from '../learners/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'
import type { ImportPlan, PlannedLevel, PlannedRow } from './import-plan.ts'
import { describeProblem } from './problem.ts'

/** More rows than this are counted under the table: the page must open on a phone. */
const PEOPLE_SHOWN = 200

interface Reader {
  readonly t: Translate
  readonly locale: Locale
}

/** The page where a file is chosen; with the sentences that say why the last one could not be read. */
export function importPage(t: Translate, session: TrainingSession, refused: readonly FieldProblem[]) {
  return {
    title: t('imports.title'),
    section: 'sessions',
    session: { id: session.id, title: session.title, signed: session.signedAt !== undefined },
    refused: refused.map(({ message, params }) => t(message as MessageKey, params)),
  }
}

/** The dry run: problems first, then what would happen to each young person. */
export function planPage(
  { t, locale }: Reader,
  {
    session,
    plan,
    packed,
    changedMeanwhile,
  }: { session: TrainingSession; plan: ImportPlan; packed: string | undefined; changedMeanwhile: boolean },
) {
  const listed = (severity: 'error' | 'warning'): string[] =>
    plan.problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => describeProblem(t, problem))
  const errors = listed('error')
  const warnings = listed('warning')
  const labels = plan.addedCompetences.map((code) => findCompetence(code)?.label[locale] ?? code)
  const changes = plan.counts.created + plan.counts.updated
  return {
    title: t('imports.planTitle'),
    section: 'sessions',
    session: { id: session.id, title: session.title },
    changedMeanwhile,
    errors: { count: plan.errorCount, sentences: errors, more: plan.errorCount - errors.length },
    warnings: { count: plan.warningCount, sentences: warnings, more: plan.warningCount - warnings.length },
    counts: countSentences(t, plan),
    addedCompetences:
      labels.length === 0
        ? undefined
        : t('imports.addedCompetences', { count: labels.length, labels: labels.join(', ') }),
    newStructures:
      plan.newStructures.length === 0
        ? undefined
        : t('imports.newStructures', {
            count: plan.newStructures.length,
            names: plan.newStructures.join(', '),
          }),
    sentByOthers: sentByOthers(t, plan),
    people: plan.rows.slice(0, PEOPLE_SHOWN).map((row) => personView({ t, locale }, row, homeOf(plan))),
    morePeople: Math.max(0, plan.rows.length - PEOPLE_SHOWN),
    changes,
    rowCount: plan.rows.length,
    confirm:
      packed === undefined || changes === 0 ? undefined : { table: packed, fingerprint: plan.fingerprint },
  }
}

function sentByOthers(t: Translate, { rows }: ImportPlan): string | undefined {
  const names = rows.flatMap(({ sentBy }) => sentBy?.name ?? [])
  return names.length === 0
    ? undefined
    : t('imports.sentByOthers', { count: names.length, names: [...new Set(names)].join(', ') })
}

function countSentences(t: Translate, plan: ImportPlan): string[] {
  const { created, updated, unchanged } = plan.counts
  return [
    ...(created > 0 ? [t('imports.countCreated', { count: created })] : []),
    ...(updated > 0 ? [t('imports.countUpdated', { count: updated })] : []),
    ...(unchanged > 0 ? [t('imports.countUnchanged', { count: unchanged })] : []),
  ]
}

const OUTCOMES: Readonly<
  Record<SaveOutcome, { readonly key: MessageKey; readonly badge: string; readonly icon: string }>
> = {
  created: { key: 'imports.outcomeCreated', badge: 'badge--ready', icon: 'plus' },
  updated: { key: 'imports.outcomeUpdated', badge: 'badge--accent', icon: 'pen' },
  unchanged: { key: 'imports.outcomeUnchanged', badge: '', icon: 'check' },
}

const CHANGES: Readonly<
  Record<keyof PlannedRow['parts'], Readonly<Partial<Record<SaveOutcome, MessageKey>>>>
> = {
  learner: { created: 'imports.changeLearnerCreated', updated: 'imports.changeLearnerUpdated' },
  stay: { created: 'imports.changeStayCreated', updated: 'imports.changeStayUpdated' },
  enrolment: { created: 'imports.changeEnrolmentCreated', updated: 'imports.changeEnrolmentUpdated' },
}

/** The session's own structure: said of nobody, since most are of it. */
function homeOf({ session }: ImportPlan): OrganisationId | undefined {
  return session.kind === 'existing' ? session.session.organisationId : session.structure.id
}

function personView({ t, locale }: Reader, row: PlannedRow, home: OrganisationId | undefined) {
  const { key, badge, icon } = OUTCOMES[row.outcome]
  const parts = ['learner', 'stay', 'enrolment'] as const
  return {
    name: fullName(row.person),
    rowLabel: t('imports.rowNumber', { row: String(row.number) }),
    structure: row.sentBy?.name ?? (row.structure.id === home ? undefined : row.structure.name),
    outcome: { label: t(key), badge, icon },
    changes: parts.flatMap((part) => CHANGES[part][row.parts[part]] ?? []).map((message) => t(message)),
    levels: row.levels.map((level) => levelView({ t, locale }, level)),
  }
}

function levelView({ t, locale }: Reader, { competence, voice, level, before }: PlannedLevel) {
  const known = findCompetence(competence)
  const words = (code: AssessedLevel): string =>
    code === NOT_YET || known === undefined ? t('imports.notYet') : levelLabel(known, code, locale)
  return {
    competence: known?.short[locale] ?? competence,
    voice,
    code: level === NOT_YET ? undefined : level,
    max: known?.levels.length,
    words: words(level),
    before: before === undefined ? undefined : t('imports.levelBefore', { level: words(before) }),
  }
}
