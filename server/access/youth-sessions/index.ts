// Young people in their own space: a visit begins with a slip of paper or a key they added, and ends with one tap.
export { createYouthSessions, type YouthSessions, type YouthSessionsDeps } from './create-youth-sessions.ts'
export { youthCookieName } from './youth-cookie.ts'
export { youthSessionsKeeper } from './personal-data.ts'
