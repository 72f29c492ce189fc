// What can be achieved: the frameworks we ship, and the public definition of each competence. A competence is named by
// its code everywhere; its words live in `credentials-schema/frameworks/`.
export {
  AUTONOMY_LEVELS,
  CEFR_LEVELS,
  KEY_COMPETENCES,
  levelLabel,
  NOT_YET,
  ownCompetenceContent,
  type AutonomyLevel,
  type CefrLevel,
  type Competence,
  type Framework,
  type Level,
  type KeyCompetenceCode,
  type LevelCode,
  type Localised,
  type OwnCompetenceContent,
} from './competence.ts'
export { findOwnCompetence, learnOwnFrameworks, lineageOf, ownFrameworks } from './own-competences.ts'
export {
  findCompetence,
  findFramework,
  keyCompetenceOf,
  languageCompetences,
  offeredFrameworks,
  ownCompetence,
  MOBILITY_FRAMEWORK_ID,
  mobilityFramework,
} from './shipped-frameworks.ts'
export { competenceIn, levelIn, type WordsAbroad } from './words-abroad.ts'
export { parseLevel, recogniseCompetence } from './recognise-competence.ts'
export {
  achievementObject,
  achievementUrl,
  resultDescriptionId,
  rubricLevelId,
  type ResultVoice,
} from './achievement-object.ts'
export { achievementRoutes, type AchievementRoutesDeps } from './routes.ts'
