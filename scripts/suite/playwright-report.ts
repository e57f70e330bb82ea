import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import type { Outcome } from './outcome'

const problem = z.object({ message: z.string().optional() })
const test = z.object({
  projectName: z.string(),
  status: z.string(),
  results: z.array(z.object({ errors: z.array(problem).default([]) })),
})
const spec = z.object({ title: z.string(), file: z.string(), tests: z.array(test) })
type Spec = z.infer<typeof spec>

interface Suite {
  specs: Spec[]
  suites?: Suite[] | undefined
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(suite).optional() }),
)
const report = z.object({ suites: z.array(suite), errors: z.array(problem).default([]) })

const specsOf = (suites: Suite[]): Spec[] =>
  suites.flatMap((one) => [...one.specs, ...specsOf(one.suites ?? [])])

/** Terminal colours make a log file unreadable. */
const plain = (text = '') => stripVTControlCharacters(text).split('\n').slice(0, 14).join('\n')

/** Reads playwright's JSON report; "flaky" cannot occur without retries, "skipped" counts as neither. */
export function readPlaywrightReport(step: string, json: unknown): Outcome {
  const { suites, errors } = report.parse(json)
  const tests = specsOf(suites).flatMap(({ title, file, tests: runs }) =>
    runs.map((run) => ({ ...run, title, file })),
  )
  const failed = tests.filter(({ status }) => status === 'unexpected')
  return {
    step,
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: failed.length + errors.length,
    problems: [
      ...failed.map(({ title, file, projectName, results }) => {
        return `${file}: ${title} (${projectName})\n${plain(results.at(-1)?.errors[0]?.message)}`
      }),
      ...errors.map(({ message }) => plain(message)),
    ],
  }
}
