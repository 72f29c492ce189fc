import { findOrganisation, findOrganisationByName } from '../../access/organisations/index.ts'
import { recogniseCompetence } from '../../issuer/achievements/index.ts'
import type { IsoDate } from '../../kernel/clock.ts'
import { foldText } from '../../kernel/fold-text.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { isLocale, type Locale } from '../../kernel/locale.ts'
import { mayActIn } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { readDate } from '../imports/index.ts'
import { createSession, listSessions, type NewSession, type SessionKind } from '../training-sessions/index.ts'
import type { ListKind, ListRow, ListScope, PlannedItem } from './list-kind.ts'

const LONGEST_TITLE = 160
const MOST_COMPETENCES = 40
const LANGUAGES: Readonly<Record<string, Locale>> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
}

/** The sessions a structure plans: title, kind, place, days, language, competences. */
export const sessionsList: ListKind = {
  list: 'sessions',
  fields: [
    {
      name: 'title',
      required: true,
      titles:
        'titre / nom / session / nom de la session / titre de la session / intitulé / intitulé de la session / title / session title',
    },
    {
      name: 'startsOn',
      required: true,
      titles:
        'date / date de début / début / date de session / date de la session / du / premier jour / start / starts on / day',
    },
    { name: 'endsOn', titles: 'date de fin / fin / au / dernier jour / end / ends on' },
    { name: 'kind', titles: 'type / type de session / moment / départ ou retour / kind' },
    { name: 'place', titles: 'lieu / lieu de session / lieu de la session / salle / ville / place / venue' },
    { name: 'language', titles: 'langue / langue des attestations / language' },
    { name: 'competences', titles: 'compétences / competences / skills / référentiel' },
    { name: 'organisation', titles: 'structure / organisme / établissement / organisation' },
  ],
  async plan(db, deps, scope, rows) {
    const known = await listSessions(db, scope.actor)
    const items: PlannedItem[] = []
    const seen = new Map<string, number>()
    for (const row of rows) {
      const session = await readSession(db, scope, row)
      if (session === undefined) continue
      const key = `${session.organisationId} ${foldText(session.title)} ${session.startsOn}`
      const twice = seen.get(key)
      if (twice !== undefined) {
        row.problem('title', 'imports.listTwice', { other: String(twice) })
        continue
      }
      seen.set(key, row.number)
      const there = known.some(
        (one) => `${one.organisationId} ${foldText(one.title)} ${one.startsOn}` === key,
      )
      items.push({
        row: row.number,
        label: session.title,
        about: [session.startsOn, session.place].filter(Boolean).join(' · '),
        outcome: there ? 'unchanged' : 'created',
        apply: async (trx) => {
          await createSession({ ...deps, db: trx }, scope.actor, session)
        },
      })
    }
    return items
  },
}

async function readSession(db: Db, scope: ListScope, row: ListRow): Promise<NewSession | undefined> {
  const title = row.value('title')
  if (title === undefined) row.problem('title', 'imports.listNameWrong')
  else if (title.length > LONGEST_TITLE) row.problem('title', 'imports.listTooLong')
  const startsOn = dayOf(row, 'startsOn')
  const endsOn = row.value('endsOn') === undefined ? startsOn : dayOf(row, 'endsOn')
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    row.problem('endsOn', 'imports.listEndBeforeStart')
  const kind = kindOf(row)
  const locale = languageOf(row)
  const competences = competencesOf(row)
  const organisationId = await structureOf(db, scope, row)
  const place = row.value('place')?.slice(0, LONGEST_TITLE)
  if (title === undefined || title.length > LONGEST_TITLE || startsOn === undefined || endsOn === undefined)
    return undefined
  if (endsOn < startsOn || kind === undefined || locale === undefined) return undefined
  if (competences === undefined || organisationId === undefined) return undefined
  return { organisationId, kind, title, place, startsOn, endsOn, locale, competences }
}

function dayOf(row: ListRow, field: string): IsoDate | undefined {
  const written = row.value(field)
  if (written === undefined) {
    row.problem(field, 'imports.listDayMissing')
    return undefined
  }
  const read = readDate(written)
  if (read.ok) return read.date
  row.problem(field, 'imports.listDayWrong')
  return undefined
}

function kindOf(row: ListRow): SessionKind | undefined {
  const written = row.value('kind')
  if (written === undefined) return 'return'
  const words = foldText(written)
  if (/\b(retour|return|back)\b/.test(words)) return 'return'
  if (/\b(depart|departure|avant)\b/.test(words)) return 'departure'
  row.problem('kind', 'imports.listKindWrong')
  return undefined
}

function languageOf(row: ListRow): Locale | undefined {
  const written = row.value('language')
  if (written === undefined) return 'fr'
  const words = foldText(written)
  const locale = isLocale(words) ? words : LANGUAGES[words]
  if (locale === undefined) row.problem('language', 'imports.listLanguageWrong')
  return locale
}

/** « Équipe internationale ; Adaptation ; Allemand »: codes or names, whatever separates them. */
function competencesOf(row: ListRow): string[] | undefined {
  const names = (row.value('competences') ?? '').split(/[;,|\n/]/).filter((name) => name.trim() !== '')
  const codes: string[] = []
  for (const name of names) {
    const competence = recogniseCompetence(name.trim())
    if (competence !== undefined) codes.push(competence.code)
    else {
      row.problem('competences', 'imports.listCompetenceWrong', { value: name.trim() })
      return undefined
    }
  }
  if (codes.length <= MOST_COMPETENCES) return [...new Set(codes)]
  row.problem('competences', 'imports.listTooLong')
  return undefined
}

async function structureOf(db: Db, scope: ListScope, row: ListRow): Promise<OrganisationId | undefined> {
  const written = row.value('organisation')
  const found =
    written === undefined
      ? scope.organisationId === null
        ? undefined
        : await findOrganisation(db, scope.organisationId)
      : await findOrganisationByName(db, written)
  if (found?.closedAt === null && mayActIn(scope.actor, found.id, 'coordinator')) return found.id
  row.problem('organisation', 'imports.listStructureWrong')
  return undefined
}
