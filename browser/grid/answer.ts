/** What the server answers, as `server/records/assessments` writes it. */

export interface RowState {
  readonly id: string
  readonly sheet: Readonly<Record<string, string>>
  readonly state: { readonly ready: boolean; readonly words: string }
  /** The attendance follows from half-days that are noted. */
  readonly halfDays?: string
  readonly said: Readonly<Record<string, { readonly declared?: string; readonly confirmed?: string }>>
}

export interface GridState {
  readonly signed: boolean
  readonly summary: string
  readonly rows: readonly RowState[]
}

export interface Conflict {
  readonly id: string
  readonly field: string
  readonly current: string
  readonly currentWords: string
  readonly typedWords: string
  readonly sentence: string
}

export interface Answer {
  readonly received: readonly string[]
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly { readonly id: string; readonly field: string; readonly sentence: string }[]
  readonly state: GridState
}
