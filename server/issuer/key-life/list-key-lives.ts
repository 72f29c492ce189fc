import { listEvents, type RecordedEvent } from '../../access/audit/index.ts'
import { listClosedOrganisations, listOrganisations } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { allIssuers, listKeys, type KeyListing, type ListKeysDeps } from '../keys/index.ts'
import { countSignedByEach } from './store.ts'

export interface ListKeyLivesDeps extends ListKeysDeps {
  readonly platformName: string
}

/** A key with what it did: how many credentials our register recorded under it. */
export interface KeyLife extends KeyListing {
  readonly signed: number
}

/** An issuer, by the name people know it by, with its keys: the active one first, then the newest. */
export interface IssuerKeys {
  readonly slug: string
  readonly name: string
  readonly keys: readonly KeyLife[]
}

/** Every issuer's keys; the platform first, then the structures by name. */
export async function listKeyLives(deps: ListKeyLivesDeps): Promise<IssuerKeys[]> {
  const signed = await countSignedByEach(deps.db)
  const organisations = [...(await listOrganisations(deps.db)), ...(await listClosedOrganisations(deps.db))]
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const issuers = new Map<string, { slug: string; name: string; keys: KeyLife[] }>()
  for (const key of await listKeys(deps)) {
    const { issuer: slug, organisationId } = key
    const name = organisationId === null ? deps.platformName : (names.get(organisationId) ?? slug)
    const known = issuers.get(slug) ?? { slug, name, keys: [] }
    known.keys.push({ ...key, signed: signed.get(key.keyId) ?? 0 })
    issuers.set(slug, known)
  }
  return [...issuers.values()].sort(platformFirst)
}

function platformFirst(one: IssuerKeys, other: IssuerKeys): number {
  const own = (issuer: IssuerKeys): number => (issuer.keys[0]?.organisationId === null ? 0 : 1)
  return own(one) - own(other) || one.name.localeCompare(other.name, 'fr')
}

/** Something that was done with an issuer's keys, with the issuer's name today. */
export interface Ceremony extends RecordedEvent {
  readonly issuerName: string
}

/** The ceremonies, the newest first: every key that was made, replaced, retired, declared compromised. */
export async function listCeremonies(db: Db, issuers: readonly IssuerKeys[]): Promise<Ceremony[]> {
  const slugs = new Map<string, string>((await allIssuers(db)).map(({ id, slug }) => [id, slug]))
  const names = new Map(issuers.map(({ slug, name }) => [slug, name]))
  const events = await listEvents(db, { subjectType: 'issuer', limit: 50 })
  return events.map((event) => {
    const slug = slugs.get(event.subject.id) ?? ''
    return { ...event, issuerName: names.get(slug) ?? slug }
  })
}
