import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { parseForm, type Request, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { findCredential, findCredentialByCode, type CredentialRecord } from '../credentials/index.ts'
import { findStatusEntries } from '../status-lists/index.ts'
import { liftForm, revokeForm, suspendForm } from './forms.ts'
import { liftSuspension } from './lift-suspension.ts'
import { mayKeep, requireKeeper } from './require-keeper.ts'
import { revokeCredential, type RevokeDeps } from './revoke-credential.ts'
import { suspendCredential } from './suspend-credential.ts'
import { confirmModel, manageModel, type Act } from './view.ts'

/** What a coordinator does with one credential: each act is asked for on a page, and confirmed on its own. */
export function withdrawalRoutes(deps: RevokeDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/credentials/:code/manage', 'staff', async (req, _res, ctx) => {
      const record = await requireManaged(deps.db, ctx.actor, req)
      const successor = record.supersededBy && (await findCredential(deps.db, record.supersededBy))
      const published = await isPublished(deps.db, record)
      ctx.render(
        'issuer/revocation/manage',
        manageModel(record, { published, successorCode: successor ? successor.code : undefined }, ctx),
      )
    })
    declareAct(deps, routes, 'revoke')
    declareAct(deps, routes, 'suspend')
    declareAct(deps, routes, 'unsuspend')
  }
}

function declareAct(deps: RevokeDeps, routes: Routes, act: Act): void {
  routes.get(`/credentials/:code/${act}`, 'staff', async (req, _res, ctx) => {
    await ask(deps, ctx, act, await requireManaged(deps.db, ctx.actor, req))
  })
  routes.post(`/credentials/:code/${act}`, 'staff', async (req, _res, ctx) => {
    const record = await requireManaged(deps.db, ctx.actor, req)
    const form = parseForm(FORMS[act], req.body)
    if (!form.ok) {
      if (ctx.wantsJson) throw new AppError('invalid-input', {}, form.problems)
      await ask(deps, ctx, act, record, form)
      return
    }
    const page = `/credentials/${record.code}/manage`
    try {
      await perform(deps, ctx.actor, act, { credential: record.id, reason: '', ...form.value })
      ctx.redirect(page, `corrections.${act}Done`)
    } catch (error) {
      // two clicks, or two people: the page then says what is
      if (ctx.wantsJson || !(error instanceof AppError) || !DONE_ALREADY.has(error.code)) throw error
      ctx.redirect(page)
    }
  })
}

const FORMS = { revoke: revokeForm, suspend: suspendForm, unsuspend: liftForm } as const
const DONE_ALREADY: ReadonlySet<string> = new Set(['already-revoked', 'already-suspended', 'not-suspended'])

async function perform(
  deps: RevokeDeps,
  actor: StaffActor,
  act: Act,
  input: { credential: string; reason: string; note?: string | undefined },
): Promise<void> {
  if (act === 'revoke') await revokeCredential(deps, actor, input)
  else if (act === 'suspend') await suspendCredential(deps, actor, input)
  else await liftSuspension(deps, actor, input)
}

async function ask(
  deps: RevokeDeps,
  ctx: StaffContext,
  act: Act,
  record: CredentialRecord,
  refused?: { typed: Record<string, string>; problems: { field: string; message: string }[] },
): Promise<void> {
  const form = { values: refused?.typed ?? {}, problems: refused?.problems ?? [] }
  const model = confirmModel(act, record, await isPublished(deps.db, record), ctx, form)
  ctx.render('issuer/revocation/confirm', model, { status: refused === undefined ? 200 : 422 })
}

/**
 * The credential of the address, for whoever may act on it. For people of other structures there is nothing here.
 * @throws AppError `not-found`, `forbidden` for a trainer of the structure
 */
async function requireManaged(db: Db, actor: StaffActor, req: Request): Promise<CredentialRecord> {
  const code = parseCrockfordCode(String(req.params['code']), 12)
  const record = code === undefined ? undefined : await findCredentialByCode(db, code)
  if (record === undefined) throw new AppError('not-found')
  const { organisationId } = record
  const isStaff = organisationId !== null && (await mayKeep(db, actor, organisationId, 'trainer'))
  if (!isStaff && !actor.admin) throw new AppError('not-found')
  await requireKeeper(db, actor, record)
  return record
}

/** Whether other people's verifiers can see that it is paused. */
async function isPublished(db: Db, record: CredentialRecord): Promise<boolean> {
  const entries = await findStatusEntries(db, record.id)
  return entries.some(({ purpose }) => purpose === 'suspension')
}
