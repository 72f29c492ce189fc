import type { FieldProblem } from '../../kernel/errors.ts'
import type { MessageKey, Translate } from '../../platform/i18n/index.ts'
import { describeProblem, mappingRows, type SaveOutcome, type Table } from '../imports/index.ts'
import type { ListKind, ListPlan } from './list-kind.ts'
import { countOf } from './plan-list.ts'

/** Where a list is imported, and where one goes afterwards. */
export interface ListPlace {
  readonly path: string
  readonly done: string
  readonly section: string
  /** The structure's name; empty for a list of the platform. */
  readonly about: string
}

/** More than this is counted, not listed: the page must open on a phone. */
const ITEMS_SHOWN = 200
const PROBLEMS_SHOWN = 100

/** The page where the file is chosen, with what was wrong with the last one. */
export function sendListPage(
  { list, fields }: ListKind,
  place: ListPlace,
  refused: readonly FieldProblem[],
  t: Translate,
) {
  return {
    title: t(`imports.listTitle-${list}`),
    section: place.section,
    about: place.about,
    lede: t(`imports.listLede-${list}`),
    path: place.path,
    back: place.done,
    sample: `/import/modele/${list}.csv`,
    columns: fields.map(({ name, required }) => ({
      label: t(labelOf(list, name)),
      required: required === true,
    })),
    refused: refused.map(({ message, params }) => t(message as MessageKey, params)),
  }
}

/** A list of sessions has days of its own: elsewhere the same two columns are those of a stay. */
function labelOf(list: ListKind['list'], name: string): MessageKey {
  if (list === 'sessions' && name === 'startsOn') return 'imports.field-sessionDate'
  if (list === 'sessions' && name === 'endsOn') return 'imports.field-sessionEnd'
  return `imports.field-${name}` as MessageKey
}

const OUTCOMES: Readonly<Record<SaveOutcome, { key: MessageKey; badge: string; icon: string }>> = {
  created: { key: 'imports.listCreated', badge: 'badge--ready', icon: 'plus' },
  updated: { key: 'imports.listUpdated', badge: 'badge--accent', icon: 'pen' },
  unchanged: { key: 'imports.listUnchanged', badge: '', icon: 'check' },
}

/** The dry run: what is wrong, what each column means, what each row would do. */
export function listPlanPage(
  input: {
    readonly kind: ListKind
    readonly place: ListPlace
    readonly table: Table
    readonly codes: readonly string[]
    readonly plan: ListPlan
    readonly packed: string
    readonly changedMeanwhile: boolean
  },
  t: Translate,
) {
  const { kind, place, table, codes, plan, packed } = input
  const groups = [
    {
      label: t('imports.meaningColumns'),
      choices: kind.fields.map(({ name }) => ({
        value: `field:${name}`,
        label: t(labelOf(kind.list, name)),
      })),
    },
  ]
  const columns = mappingRows(table, codes, groups, t)
  const left = columns.filter((column) => column.left).length
  const counts = countOf(plan.items)
  const changes = counts.created + counts.updated
  const right = plan.problems.length === 0
  return {
    title: t(`imports.listTitle-${kind.list}`),
    section: place.section,
    about: place.about,
    path: place.path,
    changedMeanwhile: input.changedMeanwhile,
    errors: {
      count: plan.problems.length,
      sentences: plan.problems.slice(0, PROBLEMS_SHOWN).map((problem) => describeProblem(t, problem)),
      more: Math.max(0, plan.problems.length - PROBLEMS_SHOWN),
    },
    mapping: {
      action: `${place.path}/columns`,
      table: packed,
      columns,
      left: left === 0 ? undefined : t('imports.columnsLeft', { count: left }),
      open: !right,
    },
    items: plan.items.slice(0, ITEMS_SHOWN).map(({ row, label, about, outcome }) => ({
      rowLabel: t('imports.rowNumber', { row: String(row) }),
      label,
      about,
      outcome: { ...OUTCOMES[outcome], label: t(OUTCOMES[outcome].key) },
    })),
    moreItems: Math.max(0, plan.items.length - ITEMS_SHOWN),
    summary: (['created', 'updated', 'unchanged'] as const).flatMap((outcome) =>
      counts[outcome] === 0 ? [] : [t(`imports.listCount-${outcome}`, { count: counts[outcome] })],
    ),
    confirm:
      right && changes > 0
        ? { action: `${place.path}/confirm`, table: packed, fingerprint: plan.fingerprint, count: changes }
        : undefined,
    same: right && changes === 0,
  }
}
