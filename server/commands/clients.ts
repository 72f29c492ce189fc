import {
  createClient,
  disableClient,
  lastUseOf,
  listClients,
  parseLastDay,
  rotateToken,
  stateOf,
  type ListedApiClient,
} from '../access/api-clients/index.ts'
import { findOrganisationBySlug } from '../access/organisations/index.ts'
import type { Services } from '../compose.ts'
import { API_SCOPES, type ApiScope } from '../kernel/api-client.ts'
import { AppError } from '../kernel/errors.ts'
import type { OrganisationId } from '../kernel/ids.ts'
import type { Config } from '../platform/config/index.ts'
import { OPERATOR, printJson, t } from './terminal.ts'
import { withServices } from './with-services.ts'

interface Json {
  readonly json?: boolean
}

/** `passerelle clients list`: who may call the API, and when they last did; nothing secret. */
export async function clientsList(config: Config, options: Json): Promise<void> {
  await withServices(config, async (services) => {
    const now = services.clock.now()
    const clients = (await listClients(services, OPERATOR)).map((client) => listing(client, now))
    if (options.json === true) printJson(clients)
    else
      for (const { id, name, state, scopes, lastUsedAt } of clients)
        console.log(`${id}  ${state}  ${lastUsedAt ?? '-'}  ${scopes.join(' ')}  ${name}`)
  })
}

function listing(client: ListedApiClient, now: Date) {
  return { ...client, state: stateOf(client, now), lastUsedAt: lastUseOf(client.tokens) }
}

/** `passerelle clients create NAME --scope …`: prints the token, this once. */
export async function clientsCreate(
  config: Config,
  name: string,
  options: Json & { scope: string[]; organisation?: string; expires?: string },
): Promise<void> {
  await withServices(config, async (services) => {
    const made = await createClient(services, OPERATOR, {
      name,
      organisationId: await organisationOf(services, options.organisation),
      scopes: options.scope.map(toScope),
      expiresAt: options.expires === undefined ? undefined : parseLastDay(options.expires),
    })
    if (options.json === true) printJson({ ...made.client, token: made.token })
    else console.log(`${t('clients.cliToken', { name: made.client.name })}\n${made.token}`)
  })
}

/** `passerelle clients rotate ID --grace DAYS`: prints the new token, this once. */
export async function clientsRotate(
  config: Config,
  clientId: string,
  options: Json & { grace: string },
): Promise<void> {
  await withServices(config, async (services) => {
    // an empty text is no number of days
    const graceDays = options.grace.trim() === '' ? NaN : Number(options.grace)
    const { client, token, oldEndsAt } = await rotateToken(services, OPERATOR, { clientId, graceDays })
    if (options.json === true) printJson({ ...client, token, oldEndsAt })
    else console.log(`${t('clients.cliToken', { name: client.name })}\n${token}`)
  })
}

/** `passerelle clients disable ID`: from its next request on the client is shut out. */
export async function clientsDisable(config: Config, clientId: string, options: Json): Promise<void> {
  await withServices(config, async (services) => {
    const client = await disableClient(services, OPERATOR, { clientId })
    if (options.json === true) printJson(client)
    else console.log(t('clients.cliDisabled', { name: client.name }))
  })
}

function toScope(text: string): ApiScope {
  const scope = API_SCOPES.find((known) => known === text)
  if (scope === undefined)
    throw new AppError('invalid-input', {}, [{ field: '--scope', message: 'fields.choice' }])
  return scope
}

async function organisationOf(services: Services, slug: string | undefined): Promise<OrganisationId | null> {
  if (slug === undefined) return null
  const organisation = await findOrganisationBySlug(services.db, slug)
  if (organisation === undefined) throw new AppError('not-found')
  return organisation.id
}
