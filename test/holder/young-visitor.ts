import request from 'supertest'
import type { LearnerId } from '../../server/kernel/ids.ts'
import type { App } from '../support/app-world.ts'

/** A young person's telephone, in their own space as after scanning their slip. */
export async function youngVisitor({ app, services }: Pick<App, 'app' | 'services'>, learnerId: string) {
  const agent = request.agent(app)
  const token = await services.youthSessions.start(learnerId as LearnerId)
  agent.jar.setCookie(`${services.youthCookie}=${token}; Path=/`)
  const headers = { Accept: 'text/html', 'Accept-Language': 'fr' }
  const page = await agent.get('/me').set(headers)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
  return {
    agent,
    token,
    open: (path: string) => agent.get(path).set(headers),
    file: (path: string) => agent.get(path).set(headers).buffer(true).parse(binary),
    send: (path: string, values: Readonly<Record<string, string | string[]>> = {}) =>
      agent
        .post(path)
        .set(headers)
        .type('form')
        .send({ ...values, _csrf: csrf }),
  }
}

export type YoungVisitor = Awaited<ReturnType<typeof youngVisitor>>

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}
