export { createViews, type PageContext, type Views } from './views.ts'
export { createAssets, type Assets } from './assets.ts'
export { createScripts, type Script, type Scripts } from './scripts.ts'
export type { WasmFile, WasmFiles } from './wasm-files.ts'
