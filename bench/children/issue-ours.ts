import { createSigner } from '../../server/issuer/signing/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import { didKeyDocument } from '../../server/vc/index.ts'
import { finish, readWork } from '../sample/badge-file.ts'

const CHUNK = 20

// the same, by the way everything of ours is signed: in jobs, each signature checked before it is kept
const [input = '', output = ''] = process.argv.slice(2)
const { key, documents } = readWork(input)
const signer = createSigner(documents.length, { log: createLogger('silent') })
const keyOfJob = { ...key, keyId: key.publicKeyMultibase }
const didDocuments = [didKeyDocument(key.did)]
const now = new Date().toISOString()
const signed = new Map<string, string>()
const waiting = documents.map((unsigned, at) => ({ id: String(at), unsigned }))

async function lane(): Promise<void> {
  for (let chunk = waiting.splice(0, CHUNK); chunk.length > 0; chunk = waiting.splice(0, CHUNK)) {
    const job = { now: now, keys: [keyOfJob], didDocuments, documents: chunk }
    for (const outcome of await signer.sign(job)) {
      if (outcome.signed === undefined) throw new Error(`not signed: ${outcome.failure} ${outcome.detail}`)
      signed.set(outcome.id, outcome.signed)
    }
  }
}
await Promise.all(Array.from({ length: signer.width }, lane))
await signer.close()
finish(
  output,
  documents.map((_, at) => signed.get(String(at)) ?? ''),
)
