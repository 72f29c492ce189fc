import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Runs `bench/children/<name>.ts` as a process of its own: milliseconds from start to end, and what it printed. What Node
 * compiled is kept in `cache`, as our command line keeps it: from its second run on no side compiles its modules again.
 */
export async function runChild(
  name: string,
  args: readonly string[],
  cache: string,
): Promise<{ milliseconds: number; output: string }> {
  const file = join(import.meta.dirname, '..', 'children', `${name}.ts`)
  const start = performance.now()
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const { stdout } = await run(process.execPath, [file, ...args], { maxBuffer: 64_000_000, env })
  return { milliseconds: performance.now() - start, output: stdout }
}
