import { createHash, createHmac } from 'node:crypto'
import { CROCKFORD, type Id, type LearnerId } from '../../kernel/ids.ts'

export type SlipId = Id<'slip'>

/** A paper slip as we know it. Its code is not kept: it is made again from the id when the slip is printed again. */
export interface Slip {
  readonly id: SlipId
  readonly learnerId: LearnerId
  readonly codeHash: string
  readonly issuedAt: string
  /** Account of the trainer who gave it; null for the system. */
  readonly issuedBy: string | null
  readonly replacedAt: string | null
}

/** Symbols of a slip's code: 16 in Crockford base32, 80 bits. */
export const SLIP_LENGTH = 16

/** The code printed on a slip: nobody without the installation's secret can tell it from the slip's id. */
export function slipCode(secret: Uint8Array, id: SlipId): string {
  const mac = createHmac('sha256', secret).update(id).digest()
  let bits = BigInt(`0x${mac.subarray(0, 10).toString('hex')}`)
  let code = ''
  for (let place = 0; place < SLIP_LENGTH; place++) {
    code = (CROCKFORD[Number(bits & 31n)] ?? '') + code
    bits >>= 5n
  }
  return code
}

/** What the database keeps of a code. With 80 random bits a plain hash cannot be searched. */
export const hashSlipCode = (code: string): string =>
  createHash('sha256').update(`slip:${code}`).digest('hex')
