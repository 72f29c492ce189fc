import { API_SCOPES } from '../../kernel/api-client.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { lastUseOf, stateOf, type ListedApiClient } from './api-client.ts'

export const CLIENTS_PATH = '/admin/clients'

/** Every client with its tokens, as the list shows them. */
export function clientsPage(clients: readonly ListedApiClient[], now: Date, t: Translate) {
  return {
    title: t('clients.title'),
    section: 'admin',
    clients: clients.map((client) => clientCard(client, now, t)),
  }
}

function clientCard(client: ListedApiClient, now: Date, t: Translate) {
  const state = stateOf(client, now)
  const path = `${CLIENTS_PATH}/${client.id}`
  return {
    name: client.name,
    owner: client.organisationName ?? t('clients.platform'),
    scopes: client.scopes.map((scope) => ({ code: scope, label: t(`clients.scope-${scope}`) })),
    state,
    stateLabel: t(`clients.state-${state}`),
    active: state === 'active',
    createdAt: client.createdAt,
    expiresAt: client.expiresAt,
    disabledAt: client.disabledAt,
    lastUsedAt: lastUseOf(client.tokens),
    tokens: client.tokens,
    rotatePath: state === 'disabled' ? undefined : `${path}/rotate`,
    disablePath: state === 'disabled' ? undefined : `${path}/disable`,
  }
}

/** The form of a new client; `ticked` are the rights chosen so far. */
export function newClientPage(
  organisations: readonly Organisation[],
  ticked: readonly string[],
  t: Translate,
) {
  return {
    title: t('clients.newTitle'),
    section: 'admin',
    pageClass: 'narrow',
    action: `${CLIENTS_PATH}/new`,
    owners: organisations.map(({ slug, name }) => ({ value: slug, label: name })),
    rights: API_SCOPES.map((scope) => ({
      value: scope,
      label: t(`clients.scope-${scope}`),
      hint: t(`clients.scopeHint-${scope}`),
      checked: ticked.includes(scope),
    })),
  }
}

/** The page that asks for how long the old token shall still open. */
export function rotatePage(client: ListedApiClient, t: Translate) {
  return {
    title: t('clients.rotateTitle', { name: client.name }),
    section: 'admin',
    pageClass: 'narrow',
    action: `${CLIENTS_PATH}/${client.id}/rotate`,
    hints: client.tokens.map(({ hint }) => hint),
    graces: [0, 1, 2, 7].map((days) => ({
      value: String(days),
      label: days === 0 ? t('clients.graceNone') : t('clients.grace', { count: days }),
      ...(days === 0 ? { hint: t('clients.graceNoneHint') } : {}),
    })),
  }
}

/** The page that asks whether a client shall be shut out. */
export function disablePage(client: ListedApiClient, t: Translate) {
  return {
    title: t('clients.disableTitle', { name: client.name }),
    section: 'admin',
    pageClass: 'narrow',
    action: `${CLIENTS_PATH}/${client.id}/disable`,
    lastUsedAt: lastUseOf(client.tokens),
  }
}

/** The one page that shows a token. */
export function tokenPage(input: { name: string; token: string; oldEndsAt?: string }, t: Translate) {
  return {
    title: t('clients.tokenTitle', { name: input.name }),
    section: 'admin',
    pageClass: 'narrow',
    token: input.token,
    oldEndsAt: input.oldEndsAt,
  }
}
