import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A compiled library as a browser gets it. */
export interface WasmFile {
  /** `/assets/wasm/<name>.wasm?v=<hash>`: another content has another address. */
  readonly url: string
  readonly bytes: Buffer
}

/** The WebAssembly that pages load when somebody asks for what needs it: from here, as the package ships it. */
export interface WasmFiles {
  /** Read on first use and kept. Undefined when no page may load one of that name. */
  find(name: string): WasmFile | undefined
}

/** What pages may load, and where it is shipped. */
const SHIPPED: ReadonlyMap<string, string> = new Map([['qr-reader', 'zxing-wasm/reader/zxing_reader.wasm']])

export function createWasmFiles(): WasmFiles {
  const files = new Map<string, WasmFile>()
  return {
    find(name) {
      const known = files.get(name)
      const shipped = SHIPPED.get(name)
      if (known !== undefined || shipped === undefined) return known
      const bytes = readFileSync(fileURLToPath(import.meta.resolve(shipped)))
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      const file = { url: `/assets/wasm/${name}.wasm?v=${hash}`, bytes }
      files.set(name, file)
      return file
    },
  }
}
