/**
 * Node's own crypto, several times faster than WebCrypto's round trip for the small inputs here; undefined in a browser.
 * Asked for at run time, because an import of `node:` would keep this folder out of browsers.
 */
export const nodeCrypto =
  typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function'
    ? undefined
    : process.getBuiltinModule('node:crypto')
