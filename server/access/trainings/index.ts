// What trainers were trained in: the ground of their authority, beside their name on a verdict.
export type { NewTraining, Training } from './training.ts'
export { listTrainings, trainingsBy } from './list-trainings.ts'
export { recordTraining, type TrainingDeps } from './record-training.ts'
export { removeTraining } from './remove-training.ts'
export { trainingRoutes } from './routes.ts'
