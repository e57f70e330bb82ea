import { instanceEnv } from '../instance/environment'
import { typescript } from '../instance/run-entry'
import { runVisibly } from '../instance/run-visibly'
import { withInstance } from '../instance/with-instance'

/** Checks the audit log; the exit code is 1 on the first bad row. */
export function main(args: string[]) {
  return withInstance('npm run audit:verify', (served, lifetime) =>
    runVisibly(typescript('scripts/cli/audit-verify.ts', ...args), instanceEnv(served), lifetime),
  )
}
