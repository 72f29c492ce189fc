import { plainName } from '../../access/organisations/index.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { parseForm, problemStatus, type Routes, type StaffContext } from '../../platform/http/index.ts'
import { compromiseKey } from './compromise-key.ts'
import { countSigned } from './count-signed.ts'
import { findKeyLife } from './find-key-life.ts'
import { compromiseForm } from './forms.ts'
import { reissueSigned } from './reissue-signed.ts'
import { parameter, type KeyLifeRoutesDeps } from './parameter.ts'
import { shortKey } from './view.ts'

/** Credentials that one click signs again: what fits into the patience of a browser. */
const AT_ONCE = 500

/** The two pages of a bad day: saying that a key is compromised, and signing again what it signed. */
export function compromiseRoutes(deps: KeyLifeRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/admin/keys/:keyId/compromise', 'admin', async (req, _res, ctx) => {
      await showCompromise(deps, ctx, parameter(req, 'keyId'))
    })
    routes.post('/admin/keys/:keyId/compromise', 'admin', async (req, _res, ctx) => {
      const keyId = parameter(req, 'keyId')
      const { issuer } = await findKeyLife(deps, keyId)
      const form = parseForm(compromiseForm, req.body)
      if (!form.ok) {
        await showCompromise(deps, ctx, keyId, { problems: form.problems, values: form.typed })
        return
      }
      const problems = await tryCompromise(deps, ctx, { keyId, issuerName: issuer.name, ...form })
      if (problems.length === 0) ctx.redirect(`/admin/keys/${keyId}/reissue`, 'keys.compromisedFlash')
      else await showCompromise(deps, ctx, keyId, { problems, values: typedIn(req.body) })
    })
    routes.get('/admin/keys/:keyId/reissue', 'admin', async (req, _res, ctx) => {
      await showReissue(deps, ctx, parameter(req, 'keyId'))
    })
    routes.post('/admin/keys/:keyId/reissue', 'admin', async (req, _res, ctx) => {
      const keyId = parameter(req, 'keyId')
      const outcome = await reissueSigned(deps, ctx.actor, { keyId, limit: AT_ONCE })
      if (outcome.failed > 0) await showReissue(deps, ctx, keyId, outcome.failed)
      else ctx.redirect(`/admin/keys/${keyId}/reissue`, 'keys.reissuedFlash')
    })
  }
}

async function tryCompromise(
  deps: KeyLifeRoutesDeps,
  ctx: StaffContext,
  input: { keyId: string; issuerName: string; value: { since: Date; issuerName: string } },
): Promise<readonly FieldProblem[]> {
  if (plainName(input.value.issuerName) !== plainName(input.issuerName))
    return [{ field: 'issuerName', message: 'fields.nameDiffers' }]
  try {
    await compromiseKey(deps, ctx.actor, { keyId: input.keyId, since: input.value.since })
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return error.problems
    throw error
  }
}

function typedIn(body: unknown): Record<string, string> {
  const values = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    values.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_csrf'),
  )
}

interface Refused {
  readonly problems: readonly FieldProblem[]
  readonly values: Readonly<Record<string, string>>
}

async function showCompromise(
  deps: KeyLifeRoutesDeps,
  ctx: StaffContext,
  keyId: string,
  refused?: Refused,
): Promise<void> {
  const { key, issuer } = await findKeyLife(deps, keyId)
  const { t, locale } = ctx
  const dateOf = (instant: string): string => formatDate(locale, instant, 'time')
  ctx.render(
    'issuer/key-life/compromise',
    {
      title: t('keys.compromiseTitle', { name: issuer.name }),
      section: 'admin',
      pageClass: 'narrow',
      key: shortKey(keyId),
      signed: t('keys.signedSoFar', { count: key.signed }),
      sinceHint: t('keys.sinceHint', { date: dateOf(key.createdAt) }),
      nameLabel: t('keys.issuerName', { name: issuer.name }),
      action: `/admin/keys/${keyId}/compromise`,
      values: refused?.values ?? {},
      problems: refused?.problems ?? [],
      ...(key.compromisedSince === null
        ? {}
        : { known: t('keys.sinceKnown', { date: dateOf(key.compromisedSince) }) }),
    },
    { status: refused === undefined ? 200 : problemStatus('invalid-input') },
  )
}

async function showReissue(
  deps: KeyLifeRoutesDeps,
  ctx: StaffContext,
  keyId: string,
  failed = 0,
): Promise<void> {
  const { key, issuer } = await findKeyLife(deps, keyId)
  if (key.compromisedSince === null) throw new AppError('key-not-compromised')
  const { t } = ctx
  const { before, since, standing } = await countSigned(deps.db, keyId, key.compromisedSince)
  const date = formatDate(ctx.locale, key.compromisedSince, 'time')
  const total = before + since
  ctx.render('issuer/key-life/reissue', {
    title: t('keys.reissueTitle', { name: issuer.name }),
    section: 'admin',
    pageClass: 'narrow',
    key: shortKey(keyId),
    // nothing is said of none
    signedBefore: before === 0 ? undefined : t('keys.reissueBefore', { count: before, date }),
    signedSince: since === 0 ? undefined : t('keys.reissueSince', { count: since, date }),
    standing: standing === 0 ? t('keys.reissueNone') : t('keys.reissueStanding', { count: standing }),
    done: total - standing,
    total,
    progress: t('keys.reissueProgress', { done: total - standing, total }),
    action: `/admin/keys/${keyId}/reissue`,
    ...(standing === 0 ? {} : { act: t('keys.reissueNow', { count: Math.min(standing, AT_ONCE) }) }),
    ...(standing > AT_ONCE ? { portion: t('keys.reissuePortion', { max: AT_ONCE }) } : {}),
    ...(failed > 0 ? { failed: t('keys.reissueFailed', { count: failed }) } : {}),
  })
}
