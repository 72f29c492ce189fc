import { setTimeout as pause } from 'node:timers/promises'
import type { DemoServer } from '../demo-server.ts'

/** The newest link in the outbox whose path begins so; mails are written a moment after the page has answered. */
export async function mailedLink(server: DemoServer, path: string): Promise<string> {
  const wanted = new RegExp(`http://[^\\s"]+${path}[\\w-]+`)
  for (let tries = 0; tries < 100; tries++) {
    const mail = (await server.mails())
      .map((text) => text.replace(/=\r?\n/g, ''))
      .findLast((text) => wanted.test(text))
    const link = mail === undefined ? undefined : wanted.exec(mail)?.[0]
    if (link !== undefined) return link
    await pause(100)
  }
  throw new Error(`no mail leads to ${path}`)
}
