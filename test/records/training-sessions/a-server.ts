import { rmSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { onTestFinished } from 'vitest'
import { openKeyRing } from '../../../server/issuer/keys/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  serveAssets,
} from '../../../server/platform/http/index.ts'
import { createLive } from '../../../server/platform/live/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { createViews } from '../../../server/platform/views/index.ts'
import { assessmentRoutes } from '../../../server/records/assessments/index.ts'
import { sessionRoutes } from '../../../server/records/training-sessions/index.ts'
import { temporaryFolder } from '../../support/database.ts'
import type { Network } from './a-network.ts'

const TEMPLATES = join(import.meta.dirname, '..', '..', '..', 'templates')

/** The pages of sessions and assessments behind the real HTTP layer; the cookie says who is signed in. */
export async function aServer(network: Network, others: readonly StaffActor[] = []) {
  const keysDir = temporaryFolder()
  onTestFinished(() => rmSync(keysDir, { recursive: true, force: true }))
  const log = createLogger('silent')
  const publicUrl = 'http://localhost:3000'
  const ring = await openKeyRing({ keysDir, publicUrl, clock: network.clock, log })
  const live = createLive({ db: network.db, log })
  onTestFinished(() => live.stop())
  const deps = { ...network.deps, live, ring, log, publicUrl, platformName: 'Passerelle' }
  const people = [network.anne, network.yann, network.coordinator, network.stranger, ...others]
  const sessionCookie = 'who'
  const http = {
    views: createViews(TEMPLATES, join(TEMPLATES, '..', 'browser')),
    log,
    csrf: createCsrfGuard({ secret: ring.deriveSecret('csrf'), sessionCookie, secure: false }),
    resolveActor: (token: string) => Promise.resolve(people.find(({ accountId }) => accountId === token)),
    sessionCookie,
    secure: false,
  }
  const app = express()
  app.use('/assets', serveAssets(join(TEMPLATES, 'assets'), http.views))
  const routes = createRoutes(http)
  sessionRoutes(deps)(routes)
  assessmentRoutes(deps)(routes)
  app.use(routes.router)
  app.use(errorHandler(http))

  /** A browser where somebody is signed in. */
  const browserOf = (actor: StaffActor) => {
    const cookies = new Map<string, string>([['who', actor.accountId]])
    const asSent = (accept: string) => ({
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      Accept: accept,
      'Accept-Language': 'fr',
    })
    const keep = (answer: request.Response): request.Response => {
      for (const line of answer.get('set-cookie') ?? []) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        cookies.set(name, value)
      }
      return answer
    }
    const get = async (path: string, accept = 'text/html') =>
      keep(await request(app).get(path).set(asSent(accept)))
    const send = async (to: string, fields: Record<string, string>, accept = 'text/html') =>
      keep(await request(app).post(to).set(asSent(accept)).type('form').send(fields))
    /** Sends a form as the page at `from` shows it, with `fields` typed into it. */
    const submit = async (from: string, to: string, fields: Record<string, string>, accept = 'text/html') => {
      const { text } = await get(from)
      return send(to, { ...fieldsOf(text), ...fields }, accept)
    }
    return { get, submit, send }
  }
  return { app, deps, browserOf }
}

/** What a browser would send back untouched: hidden fields, text areas, selects, checked radios. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    fields[unescape(name)] = unescape(value)
  for (const [, name = '', value = ''] of html.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    fields[unescape(name)] = unescape(value)
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[unescape(name)] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="radio" name="([^"]*)" value="([^"]*)" checked/g,
  ))
    fields[unescape(name)] = unescape(value)
  return fields
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
