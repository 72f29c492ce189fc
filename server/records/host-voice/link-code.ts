import { createHash } from 'node:crypto'
import { newCrockfordCode, parseCrockfordCode } from '../../kernel/ids.ts'

/** Short enough to be typed from paper: 80 random bits, guessed at a hundred tries a minute in no lifetime. */
const LENGTH = 16

export const newLinkCode = (): string => newCrockfordCode(LENGTH)

/** The code as typed or scanned; undefined when it cannot be one. */
export const parseLinkCode = (text: string): string | undefined => parseCrockfordCode(text, LENGTH)

/** All that the database keeps of it. 80 bits are too many to try through a plain fast hash. */
export const hashLinkCode = (code: string): string =>
  createHash('sha256').update(`host ${code}`).digest('hex')
