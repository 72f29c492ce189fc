#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it and say what is missing before it meets TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const recent = major > 22 || (major === 22 && minor >= 18)
const shipped = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

if (recent) {
  // what was compiled is kept for the next start, in a folder that only we write to
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))
  await import('./cli.ts')
} else if (existsSync(shipped) && shipped !== process.execPath) {
  const entry = fileURLToPath(new URL('./cli.ts', import.meta.url))
  const child = spawn(shipped, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 0)
  })
} else {
  console.error(`Passerelle demande Node 22.18 ou plus récent ; celui-ci est ${process.versions.node}.`)
  process.exitCode = 1
}
