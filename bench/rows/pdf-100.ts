import { renderEachPassport, renderPassports } from '../../server/holder/passports/index.ts'
import { naivePassport } from '../bases/naive-pdf.ts'
import { alternate } from '../measure.ts'
import { faster, type Row } from '../row.ts'
import { samplePassport } from '../sample/passport.ts'

const COUNT = 100

/** The passports of a large session: a file each, as `run-session` writes them, and one file with all, as a trainer prints. */
export const pdfMany: Row = {
  name: 'pdf-100',
  async run() {
    const passports = Array.from({ length: COUNT }, (_, at) => samplePassport(at))
    const each = async (): Promise<void> => {
      let made = 0
      for await (const { bytes } of renderEachPassport(passports, { locale: 'fr' }))
        if (bytes.length > 0) made++
      if (made !== COUNT) throw new Error(`${made} passports of ${COUNT}`)
    }
    const naively = async (): Promise<void> => {
      for (const passport of passports) await naivePassport(passport)
    }
    const beside = 'naive pdf-lib, one by one'
    return [
      faster(
        { row: 'pdf-100', what: '100 passports', beside, floor: 8, goal: 40 },
        await alternate(each, naively, { rounds: 3 }),
      ),
      faster(
        { row: 'pdf-100-together', what: '… in one file to print', beside, floor: null, goal: null },
        await alternate(() => renderPassports(passports, { locale: 'fr' }), naively, { rounds: 3 }),
      ),
    ]
  },
}
