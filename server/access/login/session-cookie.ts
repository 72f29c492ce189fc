const NAME = 'passerelle_session'
const PENDING_NAME = 'passerelle_step'

/** Over https: browsers then refuse it from any other host or path (RFC 6265bis §4.1.3.2). */
const bound = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** Name of the cookie that keeps somebody signed in. */
export const sessionCookieName = (secure: boolean): string => bound(NAME, secure)

/** Name of the cookie of somebody half way in. */
export const pendingCookieName = (secure: boolean): string => bound(PENDING_NAME, secure)
