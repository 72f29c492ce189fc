import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { need } from './need.ts'

export const DAY = 86_400_000
export const on = (text: string): IsoDate => need(parseIsoDate(text))
export const day = (at: Date): IsoDate => on(at.toISOString().slice(0, 10))
/** The day on which somebody has this age and some months. */
export const bornFor = (age: number, now: Date): IsoDate =>
  day(new Date(now.getTime() - (age * 365.25 + 30) * DAY))
