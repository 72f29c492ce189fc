import {
  createDocumentLoader,
  createVerificationCache,
  didKeyDocument,
  issueCredential,
  verifyCredential,
  type JsonObject,
  type SigningKey,
  type VerifyOptions,
} from '../../server/vc/index.ts'
import { stockVerifier } from '../bases/stock.ts'
import { alternate } from '../measure.ts'
import { faster, type Row } from '../row.ts'
import { inTurn } from '../sample/in-turn.ts'
import { newKey } from '../sample/key.ts'
import { NOW, STATUS_LIST, unsignedOpenBadges } from '../sample/open-badge.ts'
import { signedStatusList } from '../sample/status-list.ts'

/** More than the forgetful cache keeps: none of them was seen before, as for a server whom strangers ask. */
const MANY = 3000
/** Bytes: room for the status list, as every server has it in memory, and for a few documents; then a server's cache. */
const [FORGETFUL, SERVER] = [1_000_000, 50_000_000]

/** Verify one Open Badge with its status; and one whose very bytes were verified before. */
export const verify: Row = {
  name: 'verify',
  async run() {
    const key = await newKey()
    const list = await signedStatusList(key)
    const signed: string[] = []
    for (const badge of unsignedOpenBadges(MANY, key.did))
      signed.push(JSON.stringify(await issueCredential(badge, key, { now: NOW })))
    const unseen = inTurn(signed)
    const [known = ''] = signed
    const stock = stockVerifier(key, new Map([[STATUS_LIST, list]]))
    const ours = (maxBytes: number) => {
      const options = { ...optionsFor(key, list), cache: createVerificationCache({ maxBytes }) }
      return async (text: string): Promise<void> => {
        const { verdict } = await verifyCredential(parse(text), options)
        if (verdict !== 'verified') throw new Error(verdict)
      }
    }
    const [forgetful, server] = [ours(FORGETFUL), ours(SERVER)]
    const beside = 'stock `verifyCredential` with `checkStatus`'
    return [
      faster(
        { row: 'verify', what: 'verify one, status checked', beside, floor: 8, goal: 25 },
        await alternate(
          (at) => forgetful(unseen(at)),
          (at) => stock(parse(unseen(at))),
        ),
      ),
      faster(
        { row: 'verify-seen', what: 'the same, bytes seen before', beside, floor: null, goal: 500 },
        await alternate(
          () => server(known),
          () => stock(parse(known)),
        ),
      ),
    ]
  },
}

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject

function optionsFor(key: SigningKey, list: JsonObject): VerifyOptions {
  const did = didKeyDocument(key.did)
  return {
    now: NOW,
    documentLoader: createDocumentLoader({
      resolveDid: (asked) => Promise.resolve(asked === key.did ? did : undefined),
    }),
    loadStatusList: () => Promise.resolve(list),
    isKnownIssuer: () => true,
  }
}
