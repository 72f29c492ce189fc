import type { Express } from 'express'
import request, { type Response } from 'supertest'
import { onTestFinished } from 'vitest'
import { createClient, openPassingClient } from '../../../server/access/api-clients/index.ts'
import { createApp } from '../../../server/app.ts'
import { listInstances } from '../../../server/issuer/vc-api/index.ts'
import { API_SCOPES, type ApiScope } from '../../../server/kernel/api-client.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { openApp, OPERATOR, type App } from '../../support/app-world.ts'

/** A problem document of the VC-API. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly pointer?: string
}

/** The application with its instances, and a client that may do everything. */
export async function openVcApi(options: { publicUrl?: string; conformance?: boolean } = {}) {
  const opened = await openApp(options)
  onTestFinished(() => opened.close())
  const passing = options.conformance === true ? openPassingClient('conformance') : undefined
  const app = passing === undefined ? opened.app : createApp({ ...opened.services, conformance: passing })
  const token = passing?.token ?? (await clientToken(opened))
  const instances = await listInstances(opened.services)
  return {
    ...opened,
    app,
    token,
    /** The `did:key` of an instance. */
    did: (name: string): string => instances.find((one) => one.name === name)?.id ?? 'none',
    ...callsOf(app, token),
    /** Another program, with these rights. */
    async another(scopes: readonly ApiScope[] = API_SCOPES) {
      return callsOf(app, await clientToken(opened, scopes))
    },
  }
}

export type VcApi = Awaited<ReturnType<typeof openVcApi>>

async function clientToken({ services }: App, scopes: readonly ApiScope[] = API_SCOPES): Promise<string> {
  const { token } = await createClient(services, OPERATOR, {
    name: 'Portail d’essai',
    organisationId: null,
    scopes,
  })
  return token
}

function callsOf(app: Express, token: string) {
  const post = (path: string, body: unknown): PromiseLike<Response> =>
    request(app).post(path).set('Authorization', `Bearer ${token}`).type('json').send(JSON.stringify(body))
  return {
    post,
    issue: (credential: unknown, options: object = {}, instance = 'ed25519') =>
      post(`/issuers/${instance}/credentials/issue`, { credential, options }),
    verify: (verifiableCredential: unknown, options: object = {}) =>
      request(app).post('/credentials/verify').send({ verifiableCredential, options }),
    get: (path: string) => request(app).get(path).set('Authorization', `Bearer ${token}`),
  }
}

/** A small credential about somebody. */
export const credentialOf = (issuer: string, more: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
  type: ['VerifiableCredential'],
  issuer,
  name: 'Équipe internationale',
  credentialSubject: { id: 'did:example:zephyrine', name: 'Zéphyrine Quillévéré', description: 'menuiserie' },
  ...more,
})

/** What an issuing answer holds. */
export const signedIn = (answer: Response): JsonObject =>
  (answer.body as { verifiableCredential: JsonObject }).verifiableCredential

export const problemIn = (answer: Response): Problem => answer.body as Problem
