import { globSync } from 'node:fs'
import { cruise, type IReporterOutput, type ICruiseResult } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/**
 * Applies `.dependency-cruiser.cjs` and fails on any violation. It also fails when the tool has read fewer modules
 * than there are files: a tool that silently skips TypeScript would find nothing wrong with anything.
 */
const config = await extractConfig('./.dependency-cruiser.cjs')
const folders = ['server', 'browser', 'migrations', 'test']
const output: IReporterOutput = await cruise(
  folders,
  { ...config.options, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true },
  undefined,
  { tsConfig: extractTsConfig('./tsconfig.json') },
)
const result = output.output as ICruiseResult

const files = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`))
const read = new Set(result.modules.map((module) => module.source))
const unread = files.filter((file) => !read.has(file))
for (const file of unread) console.error(`not read: ${file}`)
for (const violation of result.summary.violations)
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`)

const wrong = result.summary.violations.length + unread.length
console.log(`house rules: ${read.size} modules, ${wrong} problems`)
if (wrong > 0) process.exitCode = 1
