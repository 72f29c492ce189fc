import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

/** What another organisation knows of somebody. */
export interface KnownPerson {
  readonly sub: string
  readonly email?: string
  readonly emailVerified?: boolean
  readonly acr?: string
  readonly amr?: string[]
}

/** A real OpenID provider on this machine, where whoever the test names is signed in by the time they arrive. */
export interface IdentityProvider {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** What a browser does there: arrives at `address`, is `person`, is sent back. Gives the address it is sent back to. */
  visit(address: string, person: KnownPerson): Promise<URL>
  /** What the provider answers to this, as it comes. */
  ask(address: string): Promise<Response>
  stop(): Promise<void>
}

const CLIENT = { id: 'passerelle', secret: 'a secret of at least thirty-two characters' }

export async function startIdentityProvider(options: {
  readonly redirectUri: string
  readonly afterLogout: string
  /** Whether identity tokens carry the address, or only the userinfo endpoint says it. */
  readonly emailInToken?: boolean
}): Promise<IdentityProvider> {
  const people = new Map<string, KnownPerson>()
  const arriving: { person?: KnownPerson } = {}
  let handle = (_req: IncomingMessage, _res: ServerResponse): void => undefined
  const server = createServer((req, res) => {
    handle(req, res)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const provider = createProvider(issuer, people, options)
  const respond = provider.callback()
  handle = (req, res) => {
    if (req.url?.startsWith('/interaction/') === true) void answer(provider, arriving, req, res)
    else void respond(req, res)
  }
  return {
    issuer,
    client: CLIENT,
    async visit(start, person) {
      people.set(person.sub, person)
      arriving.person = person
      const cookies = new Map<string, string>()
      let next = new URL(start)
      while (next.origin === issuer) next = await step(next, cookies)
      return next
    },
    ask: (asked) => fetch(asked, { redirect: 'manual' }),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function createProvider(
  issuer: string,
  people: ReadonlyMap<string, KnownPerson>,
  options: Parameters<typeof startIdentityProvider>[0],
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [options.afterLogout],
      },
    ],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: options.emailInToken === false,
    cookies: { keys: ['of this test alone'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => {
        const person = people.get(sub)
        return {
          sub,
          ...(person?.email === undefined ? {} : { email: person.email }),
          ...(person?.emailVerified === undefined ? {} : { email_verified: person.emailVerified }),
        }
      },
    }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  })
}

/** Signs in and agrees, as a person would with two clicks. */
async function answer(
  provider: Provider,
  { person }: { person?: KnownPerson },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { params, prompt, grantId } = await provider.interactionDetails(req, res)
  const accountId = person?.sub ?? 'nobody'
  if (prompt.name === 'login') {
    const { acr, amr } = person ?? {}
    const login = { accountId, ...(acr === undefined ? {} : { acr }), ...(amr === undefined ? {} : { amr }) }
    await provider.interactionFinished(req, res, { login })
    return
  }
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant = known ?? new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid email')
  await provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } })
}

async function step(address: URL, cookies: Map<string, string>): Promise<URL> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (pair.slice(at + 1) === '') cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const location = response.headers.get('location')
  if (location === null) throw new Error(`the provider stopped: ${response.status} ${await response.text()}`)
  return new URL(location, address)
}
