import { followProgress } from '../progress/follow-progress.ts'

interface Signing {
  readonly total: number
  readonly signed: number
  readonly failed: number
}

/** The page while a session is being signed: the result is shown when nothing is left to do. */
export function followSigning(): void {
  followProgress<Signing>(({ total, signed, failed }) => ({
    done: signed,
    total,
    isOver: signed + failed >= total,
  }))
}
