import type { TrainingSessionId } from '../../kernel/ids.ts'

/**
 * What a sheet of paper says to be matched with its session: the first eight digits of its id, in two groups. It opens
 * nothing by itself.
 */
export const sessionReference = (id: TrainingSessionId): string =>
  `${id.slice(0, 4)} ${id.slice(4, 8)}`.toUpperCase()
