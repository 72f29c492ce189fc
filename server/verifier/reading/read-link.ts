import { parseCrockfordCode } from '../../kernel/ids.ts'
import { carried, cutShort, type ReadingContext, type ReadLink } from './reading.ts'

const CODE_LENGTH = 12
/** A web address, or one of the schemes by which wallets are called (`openid4vp://…`, `openid-credential-offer://…`). */
const ADDRESS = /^(?:https?|openid[a-z0-9-]*|haip):\/\/\S+$/i
/** Where our documents have their codes: the employer's page, and the signed data. */
const OWN_PATH = /^\/(?:v|credentials)\/([^/]+)\/?$/i

/** An address by itself, or one of our codes as people type it; undefined for any other text. */
export function readLink(text: string, context: ReadingContext): ReadLink | undefined {
  const to = ADDRESS.test(text) ? destination(text, context.publicUrl) : codeAlone(text)
  return to === undefined ? undefined : { kind: 'link', to, ...carried(context) }
}

function destination(text: string, publicUrl: string): ReadLink['to'] {
  const address = { address: cutShort(text) }
  if (!URL.canParse(text)) return address
  const url = new URL(text)
  if (url.origin !== new URL(publicUrl).origin) return address
  const [, typed = ''] = OWN_PATH.exec(url.pathname) ?? []
  const code = parseCrockfordCode(typed, CODE_LENGTH)
  if (code === undefined) return address
  const digits = /^#(\d{1,2000})$/.exec(url.hash)?.[1]
  return { code, ...(digits === undefined ? {} : { digits }) }
}

function codeAlone(text: string): ReadLink['to'] | undefined {
  if (text.length > 40) return undefined
  const code = parseCrockfordCode(text, CODE_LENGTH)
  return code === undefined ? undefined : { code }
}
