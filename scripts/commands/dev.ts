import { instanceEnv } from '../instance/environment'
import { requirePort } from '../instance/ports'
import { migrateOnce, seedOnce } from '../instance/prepare'
import { typescript } from '../instance/run-entry'
import { runVisibly } from '../instance/run-visibly'
import { withInstance } from '../instance/with-instance'
import { say } from '../plain.mjs'

/** The development server: Next's own scripts and a loose policy, so never what users or browser tests see. */
export function main() {
  return withInstance('npm run dev', async (served, lifetime) => {
    await requirePort(served.port)
    await migrateOnce(served, lifetime)
    await seedOnce(served, lifetime)
    const env: NodeJS.ProcessEnv = { ...instanceEnv(served), NODE_ENV: 'development' }
    await runVisibly(typescript('scripts/build-assets.ts'), env, lifetime)
    say(`Development only: pages carry the framework's scripts and no strict policy. ${served.origin}`)
    const next = [
      'node_modules/next/dist/bin/next',
      'dev',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(served.port),
    ]
    return runVisibly(next, env, lifetime)
  })
}
