/** What one step of the suite found. */
export interface Outcome {
  step: string
  passed: number
  failed: number
  /** One readable paragraph for each failure. */
  problems: string[]
}

/** A step that is one question: it holds, or the problems say why not. */
export function single(step: string, problems: string[]): Outcome {
  return { step, passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, problems }
}

export function sum(step: string, outcomes: Outcome[]): Outcome {
  return {
    step,
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    problems: outcomes.flatMap(({ problems }) => problems),
  }
}

/** A program that failed without reporting a failed test has crashed, and that counts. */
export function withExit(outcome: Outcome, exitCode: number, output: string): Outcome {
  const crashed = (exitCode !== 0 && outcome.failed === 0) || outcome.passed + outcome.failed === 0
  if (!crashed) return outcome
  const tail = output.trim().split('\n').slice(-20).join('\n')
  const problems = [...outcome.problems, `${outcome.step}: ended with code ${exitCode}\n${tail}`]
  return { ...outcome, failed: outcome.failed + 1, problems }
}
