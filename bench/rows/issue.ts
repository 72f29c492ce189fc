import { generateKeyPairSync, sign } from 'node:crypto'
import { issueCredential } from '../../server/vc/index.ts'
import { stockIssuer } from '../bases/stock.ts'
import { alternate } from '../measure.ts'
import { atMost, faster, type Row } from '../row.ts'
import { newKey } from '../sample/key.ts'
import { NOW, unsignedOpenBadges } from '../sample/open-badge.ts'
import { inTurn } from '../sample/in-turn.ts'

/** Issue one Open Badge in process; and how far that is from the signature alone. */
export const issue: Row = {
  name: 'issue',
  async run() {
    const key = await newKey()
    const badges = inTurn(unsignedOpenBadges(200, key.did))
    const stock = await stockIssuer(key)
    const ours = (at: number) => issueCredential(badges(at), key, { now: NOW })
    const { privateKey } = generateKeyPairSync('ed25519')
    const hashes = Buffer.alloc(64, 7)
    return [
      faster(
        { row: 'issue', what: 'issue one Open Badge', beside: 'stock `issue()`', floor: 8, goal: 40 },
        await alternate(ours, (at) => stock(badges(at))),
      ),
      atMost(
        {
          row: 'issue-raw',
          what: 'issue one, all told',
          beside: 'one raw Ed25519 signature',
          floor: null,
          goal: 7,
        },
        await alternate(ours, () => sign(null, hashes, privateKey)),
      ),
    ]
  },
}
