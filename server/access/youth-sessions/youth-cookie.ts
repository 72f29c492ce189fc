const NAME = 'passerelle_jeune'

/** Name of the cookie of a young person's visit; over https with the `__Host-` prefix (RFC 6265bis §4.1.3.2). */
export function youthCookieName(secure: boolean): string {
  return secure ? `__Host-${NAME}` : NAME
}
