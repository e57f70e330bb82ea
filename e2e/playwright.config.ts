import { defineConfig } from 'playwright/test'
import { leftOutWithScripts } from './support/with-scripts'

const {
  RELAIS_CHROMIUM,
  RELAIS_CHROMIUM_ENV = '{}',
  RELAIS_E2E_OUTPUT,
  RELAIS_E2E_REPORT,
  RELAIS_E2E_THIRD,
  RELAIS_E2E_URL,
} = process.env

const definedOnly = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const launchOptions = {
  ...(RELAIS_CHROMIUM ? { executablePath: RELAIS_CHROMIUM } : {}),
  env: { ...definedOnly(process.env), ...JSON.parse(RELAIS_CHROMIUM_ENV) },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}

/**
 * `npm test -- e2e` starts the server and sets the variables; by hand, point RELAIS_E2E_URL at a running demo.
 * Every journey runs with scripts off, and with scripts on (in the suite those that meet a script of ours and a third of
 * the others). What looks only at answers runs once, with scripts off; so do the told stories of the demonstration
 * (`*.plain.spec.ts`) but three.
 */
// biome-ignore lint/style/noDefaultExport: playwright reads the default export
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: RELAIS_E2E_OUTPUT ?? '../test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: RELAIS_E2E_REPORT ? [['json', { outputFile: RELAIS_E2E_REPORT }]] : [['line']],
  use: {
    baseURL: RELAIS_E2E_URL ?? 'http://127.0.0.1:3000',
    actionTimeout: 15_000,
    locale: 'fr-FR',
    timezoneId: 'Africa/Bamako',
    launchOptions,
    screenshot: 'off',
    trace: 'off',
  },
  projects: [
    {
      name: 'scripts-off',
      testIgnore: ['**/*.scripts.spec.ts', 'hostile/**'],
      use: { javaScriptEnabled: false },
    },
    {
      name: 'scripts-on',
      testIgnore: [
        ...['**/*.plain.spec.ts', 'access/**', 'budgets/**', 'hostile/**', 'pages/**'],
        ...leftOutWithScripts(RELAIS_E2E_THIRD),
      ],
      use: { javaScriptEnabled: true },
    },
    // Last and alone: it compares the whole database before and after.
    { name: 'hostile', testMatch: 'hostile/**/*.spec.ts', dependencies: ['scripts-off', 'scripts-on'] },
  ],
})
