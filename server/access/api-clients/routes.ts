import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { findOrganisationBySlug, listOrganisations } from '../organisations/index.ts'
import { createClient, type ApiClientDeps } from './create-client.ts'
import { disableClient } from './disable-client.ts'
import { findClient, listClients } from './find-client.ts'
import { clientForm, rotationForm, typedClient } from './forms.ts'
import { rotateToken } from './rotate-token.ts'
import { CLIENTS_PATH, clientsPage, disablePage, newClientPage, rotatePage, tokenPage } from './view.ts'

export type ApiClientRoutesDeps = ApiClientDeps

const TEMPLATES = 'access/api-clients'
const ONE = `${CLIENTS_PATH}/:id`

/** The programs that may call the API: their list, a new one, a new token, the end of one. */
export function apiClientRoutes(deps: ApiClientRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(CLIENTS_PATH, 'admin', async (_req, _res, ctx) => {
      const clients = await listClients(deps, ctx.actor)
      ctx.render(`${TEMPLATES}/clients`, clientsPage(clients, deps.clock.now(), ctx.t))
    })
    routes.get(`${CLIENTS_PATH}/new`, 'admin', (_req, _res, ctx) => showNew(deps, ctx, NOTHING_TYPED))
    routes.post(`${CLIENTS_PATH}/new`, 'admin', (req, _res, ctx) => makeClient(deps, ctx, req.body))
    routes.get(`${ONE}/rotate`, 'admin', async (req, _res, ctx) => {
      const client = await findClient(deps, ctx.actor, String(req.params['id']))
      ctx.render(`${TEMPLATES}/rotate`, {
        ...rotatePage(client, ctx.t),
        values: { grace: '1' },
        problems: [],
      })
    })
    routes.post(`${ONE}/rotate`, 'admin', (req, _res, ctx) =>
      replaceToken(deps, ctx, String(req.params['id']), req.body),
    )
    routes.get(`${ONE}/disable`, 'admin', async (req, _res, ctx) => {
      const client = await findClient(deps, ctx.actor, String(req.params['id']))
      ctx.render(`${TEMPLATES}/disable`, disablePage(client, ctx.t))
    })
    routes.post(`${ONE}/disable`, 'admin', async (req, _res, ctx) => {
      await disableClient(deps, ctx.actor, { clientId: String(req.params['id']) })
      ctx.redirect(CLIENTS_PATH, 'clients.disabled')
    })
  }
}

interface Typed {
  readonly problems: readonly FieldProblem[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly scopes: readonly string[]
  readonly status: number
}

const NOTHING_TYPED: Typed = { problems: [], values: {}, scopes: [], status: 200 }

async function showNew(deps: ApiClientRoutesDeps, ctx: StaffContext, typed: Typed): Promise<void> {
  const { problems, values, scopes, status } = typed
  const page = newClientPage(await listOrganisations(deps.db), scopes, ctx.t)
  ctx.render(`${TEMPLATES}/new`, { ...page, problems, values }, { status })
}

async function makeClient(deps: ApiClientRoutesDeps, ctx: StaffContext, body: unknown): Promise<void> {
  const form = parseForm(clientForm, body)
  const typed = typedClient.parse(body)
  if (!form.ok) {
    await showNew(deps, ctx, { ...typed, problems: form.problems, status: 422 })
    return
  }
  const { organisation, expiresOn, ...input } = form.value
  try {
    const organisationId = organisation === '' ? null : await structureOf(deps, organisation)
    const made = await createClient(deps, ctx.actor, { ...input, organisationId, expiresAt: expiresOn })
    // shown by this very answer, which nobody keeps: the token is in no address and in no store
    ctx.render(`${TEMPLATES}/token`, tokenPage({ name: made.client.name, token: made.token }, ctx.t))
  } catch (error) {
    if (!(error instanceof AppError) || error.problems.length === 0) throw error
    await showNew(deps, ctx, { ...typed, problems: error.problems, status: problemStatus(error.code) })
  }
}

async function structureOf(deps: ApiClientRoutesDeps, slug: string) {
  const organisation = await findOrganisationBySlug(deps.db, slug)
  if (organisation === undefined)
    throw new AppError('invalid-input', {}, [{ field: 'organisation', message: 'fields.choice' }])
  return organisation.id
}

async function replaceToken(
  deps: ApiClientRoutesDeps,
  ctx: StaffContext,
  clientId: string,
  body: unknown,
): Promise<void> {
  const client = await findClient(deps, ctx.actor, clientId)
  const form = parseForm(rotationForm, body)
  if (!form.ok) {
    const page = { ...rotatePage(client, ctx.t), values: form.typed, problems: form.problems }
    ctx.render(`${TEMPLATES}/rotate`, page, { status: 422 })
    return
  }
  const rotated = await rotateToken(deps, ctx.actor, { clientId, graceDays: form.value.grace })
  const { token, oldEndsAt } = rotated
  const shown = form.value.grace === 0 ? { token } : { token, oldEndsAt }
  ctx.render(`${TEMPLATES}/token`, tokenPage({ name: client.name, ...shown }, ctx.t))
}
