import { describe, expect, test } from 'vitest'
import { contentChecks } from './contents'
import { directionChecks } from './directions'
import { machinePaths, paperChecks } from './papers'
import type { Source } from './sources'

const npmrc: Source = { path: '.npmrc', text: 'omit-lockfile-registry-resolved=true' }
const checks = [...directionChecks, ...contentChecks, ...paperChecks, machinePaths(['/srv/one/clone'])]

/** The problems of all checks over a small invented tree. */
function problems(files: Record<string, string>) {
  const sources = [npmrc, ...Object.entries(files).map(([path, text]) => ({ path, text }))]
  return checks.flatMap((check) => check.run(sources))
}

describe('our own checks', () => {
  test('accept a tree that follows the rules', () => {
    expect(
      problems({
        'app/page.tsx': `import { getCase } from '@/lib/cases/queries'\n// new Date() and process.env are not for pages`,
        'lib/cases/queries.ts': `import { db } from '../db/client'`,
        'lib/cases/policy.ts': `import type { Row } from '../db/client'\nimport { open } from './states'`,
        'lib/cases/states.ts': 'export const open = 1',
        'lib/db/client.ts': 'export const db = 1',
        'app/api/v1/cases/route.ts': 'export const POST = command(openCase)',
        'docs/decisions/0001-one.md': 'See [the rules](../../lib/cases/policy.ts) and `lib/cases`.',
      }),
    ).toEqual([])
  })

  test.each([
    [
      'a component that knows a noun',
      { 'app/_ui/tag.tsx': `import { label } from '@/lib/cases/labels'` },
      'app/_ui may',
    ],
    [
      'a page that asks the database',
      { 'app/page.tsx': `import { db } from '@/lib/db/client'` },
      'go through a query',
    ],
    [
      'a rule that reads a file',
      { 'lib/cases/policy.ts': `import { readFileSync } from 'node:fs'` },
      'must not have effects',
    ],
    [
      'a rule that reaches the database through another file',
      {
        'lib/cases/states.ts': `import { a } from './a'`,
        'lib/cases/a.ts': `import { b } from '../db/b'`,
        'lib/db/b.ts': '',
      },
      'lib/cases/states.ts → lib/cases/a.ts → lib/db/b.ts',
    ],
    [
      'an island that brings a framework',
      { 'lib/islands/keys.island.ts': `import 'react'` },
      'must not have effects',
    ],
    ['a circle', { 'lib/a/x.ts': `import { y } from './y'`, 'lib/a/y.ts': `export { x } from './x'` }, '→'],
    ['the environment in a page', { 'app/page.tsx': 'const a = process.env.PORT' }, 'ask lib/env.ts'],
    ['the clock in a rule', { 'lib/cases/due.ts': 'const now = new Date()' }, 'receive `now`'],
    ['a client component', { 'app/field.tsx': `'use client'\nexport const a = 1` }, 'directive'],
    ['a loading page', { 'app/(work)/cases/loading.tsx': 'export default 1' }, 'whole'],
    [
      'an endpoint without a wrapper',
      { 'app/api/v1/cases/route.ts': 'export async function POST() {}' },
      'only as',
    ],
    [
      'an endpoint with one bare method',
      { 'app/r/route.ts': 'export const GET = query(a)\nexport { POST } from "./b"' },
      'only as',
    ],
    ['a long file', { 'lib/cases/long.ts': 'x\n'.repeat(251) }, '251 lines'],
    ['a dead link', { 'README.md': '[how](docs/how.md)' }, 'docs/how.md does not exist'],
    ['a path that is gone', { 'docs/a.md': 'in `lib/gone/policy.ts`' }, 'lib/gone/policy.ts does not exist'],
    [
      'a number used twice',
      { 'docs/decisions/0001-a.md': '', 'docs/decisions/0001-b.md': '' },
      '0001 is taken',
    ],
    ['an address in the lockfile', { 'package-lock.json': '{"resolved": "x"}' }, 'resolved'],
    ['a folder of one machine', { 'lib/a/b.ts': `const x = '/srv/one/clone/x'` }, '/srv/one/clone'],
  ])('refuse %s', (_what, files, expected) => {
    expect(problems(files).join('\n')).toContain(expected)
  })
})
