const NAME = 'passerelle_session'

/**
 * Name of the cookie that keeps somebody signed in. Over https it has the `__Host-` prefix: browsers then refuse it
 * from any other host or path (RFC 6265bis §4.1.3.2).
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? `__Host-${NAME}` : NAME
}
