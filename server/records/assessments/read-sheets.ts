import { parseForm, type Request } from '../../platform/http/index.ts'
import { groupSheets, pageNumber, sheetsForm } from './forms.ts'
import type { Refusal } from './grid-view.ts'
import type { TypedSheet } from './save-sheets.ts'

export interface ReadForm {
  readonly action: string
  readonly page: number
  readonly sheets: readonly TypedSheet[]
  readonly problems: Refusal['problems']
}

/** A form of sheets as it was sent; what could not be read keeps its text, and has a problem. */
export function readSheets(req: Request): ReadForm {
  const form = parseForm(sheetsForm, req.body)
  if (form.ok) return { ...form.value, problems: [] }
  return {
    action: 'save',
    page: pageNumber(form.typed['page']),
    sheets: groupSheets(form.typed),
    problems: form.problems,
  }
}
