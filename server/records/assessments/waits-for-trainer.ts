import type { GridCell } from './read-grid.ts'

/**
 * Whether the trainer's level is still missing. A language waits only when somebody spoke of it: a session's grid has a
 * column for each language of the group, and nobody speaks them all.
 */
export function waitsForTrainer({ competence, attested, declared, confirmed }: GridCell): boolean {
  if (attested?.level !== undefined) return false
  return competence.kind === 'autonomy' || declared?.level !== undefined || confirmed?.level !== undefined
}
