import { describe, expect, test } from 'vitest'
import { single, sum, withExit } from './outcome'
import { readPlaywrightReport } from './playwright-report'
import { readVitestReport } from './vitest-report'

describe('counting tests', () => {
  test('vitest: passed, failed, and files that could not be loaded', () => {
    const outcome = readVitestReport('pure', {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a holds', status: 'passed', failureMessages: [] },
            { fullName: 'b holds', status: 'failed', failureMessages: ['expected 1 to be 2'] },
            { fullName: 'c later', status: 'skipped' },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    })
    expect(outcome).toMatchObject({ passed: 1, failed: 2 })
    expect(outcome.problems.join('\n')).toMatch(
      /b holds\nexpected 1 to be 2\nb\.test\.ts\nCannot find module/,
    )
  })

  test('playwright: nested suites, both projects, and errors outside of tests', () => {
    const run = (projectName: string, status: string) => ({
      projectName,
      status,
      results: [{ errors: [{ message: 'late' }] }],
    })
    const spec = {
      title: 'signs in',
      file: 'a.spec.ts',
      tests: [run('scripts-off', 'expected'), run('scripts-on', 'unexpected')],
    }
    const outcome = readPlaywrightReport('browser', {
      suites: [{ specs: [], suites: [{ specs: [spec] }] }],
      errors: [{ message: 'no such file' }],
    })
    expect(outcome).toMatchObject({ passed: 1, failed: 2 })
    expect(outcome.problems).toEqual(['a.spec.ts: signs in (scripts-on)\nlate', 'no such file'])
  })

  test('a program that failed or found nothing counts as a failure, one with failed tests is not counted twice', () => {
    expect(withExit(single('a', []), 1, 'crashed').failed).toBe(1)
    expect(withExit({ step: 'a', passed: 0, failed: 0, problems: [] }, 0, '').failed).toBe(1)
    expect(withExit(single('a', ['b']), 1, '').failed).toBe(1)
    expect(withExit(single('a', []), 0, '').failed).toBe(0)
  })

  test('steps add up', () => {
    expect(sum('all', [single('a', []), single('b', ['x']), single('c', [])])).toMatchObject({
      passed: 2,
      failed: 1,
    })
  })
})
