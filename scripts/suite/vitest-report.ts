import { z } from 'zod'
import type { Outcome } from './outcome'

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const shortened = (text: string) => text.split('\n').slice(0, 12).join('\n')

/** Reads vitest's JSON report. A file that could not be loaded has no tests and counts as one failure. */
export function readVitestReport(step: string, json: unknown): Outcome {
  const { testResults } = report.parse(json)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed')
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    step,
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + unloaded.length,
    problems: [
      ...failed.map(
        ({ fullName, failureMessages }) => `${fullName}\n${shortened((failureMessages ?? []).join('\n'))}`,
      ),
      ...unloaded.map(({ name, message }) => `${name}\n${shortened(message)}`),
    ],
  }
}
