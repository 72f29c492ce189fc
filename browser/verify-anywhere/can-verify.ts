/**
 * Whether this browser can check an Ed25519 signature: one that cannot would take every signature for a false one.
 * WebCrypto is also missing on pages served without https.
 */
export async function canVerify(): Promise<boolean> {
  try {
    // the point that RFC 8032's first test vector signs with
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, ['verify'])
    return typeof DecompressionStream === 'function'
  } catch {
    return false
  }
}
