/** Credentials secured as JSON Web Tokens (VC-JOSE-COSE 1.0; VCDM 1.1, 6.3.1; Open Badges 3.0, 8.2). */
export { parseToken } from './parse-token.ts'
export { verifyToken } from './verify-token.ts'
export type { TokenResult } from './verify-token.ts'
