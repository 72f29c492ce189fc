import { defineConfig } from 'vitest/config'
import { findPostgres } from './test/support/find-postgres.ts'

const unit = ['test/**/*.test.ts']
const given = process.env['TEST_POSTGRES_URL'] ?? ''
const hasPostgres = given !== '' || findPostgres() !== undefined
if (!hasPostgres) {
  const line = 'No PostgreSQL here, and npm shipped none for this system: that half of the tests is skipped.'
  if (process.env['CI'] === 'true') throw new Error(line)
  console.warn(line)
}

const postgres = {
  extends: true as const,
  test: {
    name: 'postgres',
    include: ['test/{access,issuer,records,holder,verifier,platform}/**/*.test.ts', 'test/*.test.ts'],
    globalSetup: ['test/support/start-postgres.ts'],
    env: { TEST_DATABASE: 'postgres' },
  },
}

const journeys = 'test/journeys/**'

/** The tests run on SQLite always; those that reach a database run once more on PostgreSQL. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'sqlite', include: unit, exclude: [journeys], env: { TEST_DATABASE: 'sqlite' } },
      },
      ...(hasPostgres ? [postgres] : []),
      {
        extends: true,
        test: { name: 'journeys', include: [`${journeys}/*.test.ts`], env: { TEST_DATABASE: 'sqlite' } },
      },
    ],
  },
})
