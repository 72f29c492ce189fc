import { renderPassport } from '../../server/holder/passports/index.ts'
import { naivePassport } from '../bases/naive-pdf.ts'
import { alternate } from '../measure.ts'
import { atMost, exactly, faster, type Row } from '../row.ts'
import { inTurn } from '../sample/in-turn.ts'
import { samplePassport } from '../sample/passport.ts'

/** 60 KB: what a telephone on little data opens without thinking. */
const MOST_BYTES = 60_000

/** Passports of different people, one after the other in one process, as a server prints them. */
export const pdf: Row = {
  name: 'pdf',
  async run() {
    const passports = inTurn(Array.from({ length: 100 }, (_, at) => samplePassport(at)))
    // a busy machine's warm-up is over before ours has printed often enough to be compiled
    for (let at = 0; at < 200; at++) await renderPassport(passports(at), { locale: 'fr' })
    const { bytes } = await renderPassport(passports(0), { locale: 'fr' })
    return [
      faster(
        { row: 'pdf', what: 'passport PDF', beside: 'naive pdf-lib', floor: 5, goal: 20 },
        await alternate(
          (at) => renderPassport(passports(at), { locale: 'fr' }),
          (at) => naivePassport(passports(at)),
        ),
      ),
      atMost(
        { row: 'pdf-bytes', what: 'its size', beside: 'allowed', floor: 1, goal: null },
        { ours: exactly(bytes.length), base: exactly(MOST_BYTES) },
        'bytes',
      ),
    ]
  },
}
