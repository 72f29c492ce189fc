import { followProgress } from '../progress/follow-progress.ts'

interface Batch {
  readonly state: string
  readonly done: number
  readonly total: number
}

followProgress<Batch>(({ state, done, total }) => ({
  done,
  total,
  isOver: state !== 'waiting' && state !== 'making',
}))
