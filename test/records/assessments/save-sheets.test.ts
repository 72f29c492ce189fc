import { describe, expect, test } from 'vitest'
import { readGrid, setAssessments } from '../../../server/records/assessments/index.ts'
import { saveSheets, type SheetsInput } from '../../../server/records/assessments/save-sheets.ts'
import { readVersion, sheetOf, writeVersion } from '../../../server/records/assessments/sheet.ts'
import { ADAPT, aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'

async function aGrid() {
  const network = await aNetwork()
  const session = await aSession(network, { competences: [TEAM, ADAPT] })
  const { ines, malo } = session
  const declared = (enrolmentId: typeof ines.enrolmentId, competence: string, level: string) =>
    ({ enrolmentId, competence, voice: 'declared', level }) as const
  await setAssessments(network.db, network.deps, network.anne, {
    sessionId: session.session.id,
    changes: [
      declared(ines.enrolmentId, TEAM, '3'),
      declared(ines.enrolmentId, ADAPT, 'not-yet'),
      declared(malo.enrolmentId, TEAM, '4'),
    ],
  })
  const rows = async () => (await readGrid(network.db, session.session)).rows
  /** The form as somebody has it open now. */
  const open = async (enrolmentId: string) => {
    const row = (await rows()).find(({ enrolment }) => enrolment.id === enrolmentId)
    if (row === undefined) throw new Error('no such row')
    const sheet = sheetOf(row)
    return { enrolmentId, typed: {}, shown: readVersion(writeVersion(sheet, Object.keys(sheet))) }
  }
  const save = (input: Omit<SheetsInput, 'sessionId'>, actor = network.anne) =>
    saveSheets(network.deps, actor, { sessionId: session.session.id, ...input })
  return { ...network, ...session, rows, open, save }
}

describe('« Tout confirmer »', () => {
  test('copies what was declared into the trainer’s empty cells and into no other', async () => {
    const { ines, open, save, rows } = await aGrid()
    const form = await open(ines.enrolmentId)
    await save({ sheets: [{ ...form, typed: { [`attested:${TEAM}`]: '2' } }], confirmDeclared: 'everybody' })
    const [first, second] = await rows()
    expect(first?.cells.map(({ attested }) => attested?.level)).toEqual(['2', 'not-yet'])
    expect(second?.cells.map(({ attested }) => attested?.level)).toEqual(['4', undefined])
  })

  test('leaves somebody absent alone', async () => {
    const { malo, open, save, rows } = await aGrid()
    const form = await open(malo.enrolmentId)
    await save({ sheets: [{ ...form, typed: { attendance: 'absent' } }], confirmDeclared: 'everybody' })
    const [, second] = await rows()
    expect(second?.cells[0]?.attested).toBeUndefined()
  })
})

describe('two trainers save the same session', () => {
  test('different cells of the same young person are both kept', async () => {
    const { ines, open, save, rows } = await aGrid()
    const mine = await open(ines.enrolmentId)
    const theirs = await open(ines.enrolmentId)
    await save({ sheets: [{ ...theirs, typed: { [`attested:${TEAM}`]: '3' } }] })
    await save({ sheets: [{ ...mine, typed: { [`attested:${TEAM}`]: '', [`attested:${ADAPT}`]: '1' } }] })
    const [first] = await rows()
    expect(first?.cells.map(({ attested }) => attested?.level)).toEqual(['3', '1'])
  })

  test('the same cell is refused with both values, and nothing of the late form is saved', async () => {
    const { ines, open, save, rows } = await aGrid()
    const mine = await open(ines.enrolmentId)
    const theirs = await open(ines.enrolmentId)
    await save({ sheets: [{ ...theirs, typed: { [`attested:${TEAM}`]: '3' } }] })
    const late = save({ sheets: [{ ...mine, typed: { [`attested:${TEAM}`]: '2', attendance: 'absent' } }] })
    await expect(late).rejects.toMatchObject({
      code: 'changed-meanwhile',
      problems: [{ field: `${ines.enrolmentId}.attested:${TEAM}`, params: { current: '3', typed: '2' } }],
    })
    const [first] = await rows()
    expect(first?.enrolment.attendance).toBe('present')
    expect(first?.cells[0]?.attested?.level).toBe('3')
  })
})

describe('the learner’s page', () => {
  test('a paper sheet is copied with the name of who confirmed', async () => {
    const { ines, open, save, rows } = await aGrid()
    const form = await open(ines.enrolmentId)
    const typed = {
      [`confirmed:${TEAM}`]: '4',
      [`declared:${ADAPT}`]: '1',
      confirmedBy: 'Herr Weber',
      observation: 'Fiable.',
    }
    await save({ sheets: [{ ...form, typed }] })
    const [first] = await rows()
    expect(first?.enrolment.observation).toBe('Fiable.')
    expect(first?.cells[0]?.confirmed).toMatchObject({ level: '4', authorName: 'Herr Weber' })
    expect(first?.cells[1]?.declared?.level).toBe('1')
    await save({ sheets: [{ ...(await open(ines.enrolmentId)), typed: { confirmedBy: 'Frau Weber' } }] })
    expect((await rows())[0]?.cells[0]?.confirmed).toMatchObject({ level: '4', authorName: 'Frau Weber' })
  })

  test('a field that does not exist, a wrong attendance and a stranger’s row are refused', async () => {
    const { ines, open, save, stranger } = await aGrid()
    const form = await open(ines.enrolmentId)
    const typed = (fields: Record<string, string>) => save({ sheets: [{ ...form, typed: fields }] })
    await expect(typed({ 'jury:EQUIPE': '3' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(typed({ attendance: 'late' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(typed({ 'attested:': '3' })).rejects.toMatchObject({ code: 'invalid-input' })
    const unknown = save({ sheets: [{ ...form, enrolmentId: 'nobody', typed: { attendance: 'absent' } }] })
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
    await expect(save({ sheets: [] }, stranger)).rejects.toMatchObject({ code: 'not-found' })
  })
})
