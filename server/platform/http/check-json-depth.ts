import { AppError } from '../../kernel/errors.ts'

export const MAX_JSON_DEPTH = 100

/**
 * Refuses a parsed JSON value with more than {@link MAX_JSON_DEPTH} levels, without recursing itself.
 * @throws AppError `json-too-deep`
 */
export function checkJsonDepth(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_JSON_DEPTH) throw new AppError('json-too-deep', { max: MAX_JSON_DEPTH })
    level = level.flatMap((item): unknown[] => (isNested(item) ? Object.values(item).filter(isNested) : []))
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
