/** A credential's `id`: its own address, under which the signed JSON is served. */
export const credentialUrl = (publicUrl: string, code: string): string => `${publicUrl}/credentials/${code}`

/** Where a person checks it. */
export const verificationUrl = (publicUrl: string, code: string): string => `${publicUrl}/v/${code}`

/** The public code in a credential's `id`; the last segment of any other URL. */
export const codeOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
