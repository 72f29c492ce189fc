// Corrections: the one way in which a signed session, and what was signed from it, changes.
export { correctSession, type CorrectedSession, type CorrectInput } from './correct-session.ts'
export { previewCorrection, type CorrectionPreview } from './preview-correction.ts'
export type { CorrectionPlan } from './plan-correction.ts'
export { correctionRoutes } from './routes.ts'
export { correctionsKeeper } from './personal-data.ts'
