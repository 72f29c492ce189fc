// A badge a competence: a picture that carries its own signed credential.
export { listBadges, requireBadge, type Badge, type BadgeDeps } from './find-badges.ts'
export { drawBadge } from './draw-badge.ts'
export { bakePng } from './bake-png.ts'
export { bakeSvg } from './bake-svg.ts'
export { badgeRoutes } from './routes.ts'
