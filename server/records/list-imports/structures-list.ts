import {
  completeOrganisation,
  createOrganisation,
  isSiret,
  listOrganisations,
  organisationForm,
  plainName,
  type NewOrganisation,
  type Organisation,
  type OrganisationKind,
} from '../../access/organisations/index.ts'
import type { MessageKey } from '../../platform/i18n/index.ts'
import type { ListKind, ListRow, PlannedItem } from './list-kind.ts'

/** Words people write for each kind of structure; anything else is another kind. */
const KIND_WORDS: readonly (readonly [OrganisationKind, RegExp])[] = [
  ['mission-locale', /\b(mission locale|ml)\b/],
  ['cfa', /\b(cfa|centre de formation( d)? apprentis|apprenticeship)\b/],
  ['lycee', /\b(lycee|lp|lpo|mfr|high school|vocational school)\b/],
  ['crij', /\b(crij|info jeunes|information jeunesse|pij|bij|eurodesk)\b/],
  ['region', /\b(region|conseil regional|regional council)\b/],
  ['association', /\b(association|asso|federation|ligue|ong|ngo)\b/],
]

/** The structures of a network: name, kind, SIRET, town, contact. */
export const structuresList: ListKind = {
  list: 'structures',
  fields: [
    {
      name: 'name',
      required: true,
      titles:
        'nom / nom de la structure / structure / raison sociale / dénomination / établissement / organisme / name / organisation / structure name',
    },
    { name: 'kind', titles: 'type / type de structure / catégorie / nature / kind' },
    { name: 'siret', titles: 'siret / n° siret / numéro siret / siret number' },
    { name: 'town', titles: 'ville / commune / localité / town / city' },
    { name: 'publicLabel', titles: 'nom neutre / libellé public / nom public / neutral name / public label' },
    {
      name: 'contactEmail',
      titles:
        'courriel / e-mail / email / mail / contact / adresse mail / courriel de contact / contact email',
    },
    { name: 'contactUrl', titles: 'site / site web / site internet / url / web / website' },
  ],
  async plan(db, deps, { actor }, rows) {
    const known = await listOrganisations(db)
    const seen = new Map<string, number>()
    return rows.flatMap((row): PlannedItem[] => {
      const read = readStructure(row)
      if (read === undefined) return []
      const twice = seen.get(plainName(read.name))
      if (twice !== undefined) {
        row.problem('name', 'imports.listTwice', { other: String(twice) })
        return []
      }
      seen.set(plainName(read.name), row.number)
      const found = findKnown(known, read)
      if (found === 'another') {
        row.problem('siret', 'imports.listSiretTaken')
        return []
      }
      const item = {
        row: row.number,
        label: read.name,
        about: [read.siret, read.town].filter(Boolean).join(' · '),
      }
      if (found === undefined)
        return [
          {
            ...item,
            outcome: 'created',
            apply: async (trx) => {
              await createOrganisation({ db: trx, clock: deps.clock }, actor, read)
            },
          },
        ]
      const { name: _, publicLabel: __, kind: ___, ...more } = read
      const changes = Object.entries(more).some(
        ([field, value]) => value !== undefined && found[field as keyof Organisation] !== value,
      )
      return [
        {
          ...item,
          outcome: changes ? 'updated' : 'unchanged',
          apply: (trx) =>
            completeOrganisation({ db: trx, clock: deps.clock }, actor, {
              ...more,
              organisationId: found.id,
            }),
        },
      ]
    })
  },
}

/** The structure the row is about; `another` when its SIRET belongs to one of another name. */
function findKnown(
  known: readonly Organisation[],
  read: NewOrganisation,
): Organisation | 'another' | undefined {
  const named = known.find(({ name }) => plainName(name) === plainName(read.name))
  const numbered = read.siret === undefined ? undefined : known.find(({ siret }) => siret === read.siret)
  if (numbered !== undefined && named !== undefined && numbered.id !== named.id) return 'another'
  return named ?? (numbered === undefined ? undefined : 'another')
}

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  name: 'imports.listNameWrong',
  contactEmail: 'imports.listEmailWrong',
  contactUrl: 'imports.listUrlWrong',
}

function readStructure(row: ListRow): NewOrganisation | undefined {
  const written = row.value('siret')
  const siret = written?.replace(/[\s.]/g, '')
  const parsed = organisationForm.safeParse({
    name: row.value('name') ?? '',
    kind: kindOf(`${row.value('kind') ?? ''} ${row.value('name') ?? ''}`),
    publicLabel: row.value('publicLabel'),
    town: row.value('town'),
    contactEmail: row.value('contactEmail'),
    contactUrl: row.value('contactUrl'),
  })
  if (siret !== undefined && !isSiret(siret)) row.problem('siret', 'imports.listSiretWrong')
  if (!parsed.success)
    for (const field of new Set(parsed.error.issues.map(({ path }) => String(path[0]))))
      row.problem(field, PROBLEMS[field] ?? 'imports.listTooLong')
  if (!parsed.success || (siret !== undefined && !isSiret(siret))) return undefined
  return { ...parsed.data, ...(siret === undefined ? {} : { siret }) }
}

function kindOf(text: string): OrganisationKind {
  const words = plainName(text)
  return KIND_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
