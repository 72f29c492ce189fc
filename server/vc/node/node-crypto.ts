/**
 * Node's own crypto and zlib, several times faster than the round trips of WebCrypto and of streams for the small inputs
 * here; undefined in a browser. Asked for at run time, because an import of `node:` would keep this folder out of browsers.
 */
export const nodeCrypto = isNode() ? process.getBuiltinModule('node:crypto') : undefined
export const nodeZlib = isNode() ? process.getBuiltinModule('node:zlib') : undefined

function isNode(): boolean {
  return typeof process !== 'undefined' && typeof process.getBuiltinModule === 'function'
}
