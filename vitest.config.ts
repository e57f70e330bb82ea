import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

/**
 * Pure rules (no database, seconds), the engines' long proofs (no database, minutes: only in the whole suite), and
 * everything that touches data (real PostgreSQL).
 */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts', 'drizzle/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.long.test.ts', 'node_modules/**'],
          isolate: false,
          setupFiles: ['lib/testing/fresh-modules.ts'],
          // A machine that is busy with something else is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'engines', include: ['lib/**/*.long.test.ts'], testTimeout: 240_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['lib/**/*.db.test.ts', 'drizzle/**/*.db.test.ts'],
          globalSetup: ['lib/testing/cluster.ts'],
          setupFiles: ['lib/testing/fresh-modules.ts', 'lib/testing/own-database.ts'],
          sequence: { setupFiles: 'list' },
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // next-auth asks for `next/server` without an extension, which only a bundler finds.
          server: { deps: { inline: [/next-auth/, /@auth\/core/] } },
        },
      },
    ],
  },
})
