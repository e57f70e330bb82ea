import { describe, expect, test } from 'vitest'
import { contentChecks } from './contents'
import { directionChecks } from './directions'
import { floorChecks } from './floors'
import { migrationChecks } from './migrations'
import { machinePaths, paperChecks } from './papers'
import { reachChecks } from './reach'
import type { Source } from './sources'

const npmrc: Source = { path: '.npmrc', text: 'omit-lockfile-registry-resolved=true' }
const checks = [
  ...directionChecks,
  ...floorChecks,
  ...contentChecks,
  ...migrationChecks,
  ...reachChecks,
  ...paperChecks,
  machinePaths(['/srv/one/clone']),
]

/** The problems of all checks over a small invented tree. */
function problems(files: Record<string, string>) {
  const sources = [npmrc, ...Object.entries(files).map(([path, text]) => ({ path, text }))]
  return checks.flatMap((check) => check.run(sources))
}

describe('our own checks', () => {
  test('accept a tree that follows the rules', () => {
    expect(
      problems({
        'app/page.tsx': `import { getCase } from '@/lib/casework/cases/queries'\n// new Date() and process.env are not for pages`,
        'lib/casework/cases/queries.ts': `import { may } from './policy'\nimport { db } from '@/lib/platform/db/client'`,
        'lib/casework/cases/policy.ts': `import type { Row } from '@/lib/platform/db/client'\nimport { open } from './states'`,
        'lib/casework/cases/states.ts': 'export const open = 1',
        'lib/platform/db/client.ts': 'export const db = 1',
        'app/api/v1/cases/route.ts': 'export const POST = command(openCase)',
        'docs/decisions/0001-one.md':
          'See [the rules](../../lib/casework/cases/policy.ts) and `lib/casework/cases`.',
      }),
    ).toEqual([])
  })

  test.each([
    [
      'a component that knows a noun',
      { 'app/_ui/tag.tsx': `import { label } from '@/lib/casework/cases/labels'` },
      'app/_ui may',
    ],
    [
      'a page that asks the database',
      { 'app/page.tsx': `import { db } from '@/lib/platform/db/client'` },
      'go through a query',
    ],
    [
      'a desk that opens a session by itself',
      {
        'lib/desks/queue/view-queue.ts': `import { enter } from '@/lib/platform/access/enter'`,
        'lib/platform/access/enter.ts': '',
      },
      'come in through admit',
    ],
    [
      'a case loaded by its code alone',
      {
        'lib/casework/cases/scope.ts':
          'export const one = (tx, code) => tx.select().from(cases).where(eq(cases.code, code))',
      },
      'loads cases by id or code alone',
    ],
    [
      'a referral loaded by an id that a condition of another line names',
      {
        'lib/desks/queue/one.ts':
          'export function one(tx, id) {\n  const it = eq(referrals.id, id)\n  return tx.select().from(referrals).where(it)\n}',
      },
      'loads referrals by id or code alone',
    ],
    [
      'a flag loaded by its id alone in SQL',
      {
        'lib/casework/notes/one.ts':
          'export const one = (id) => sql`select id from app.danger_flags f where f.id = $' + '{id}`',
      },
      'loads app.danger_flags by id or code alone',
    ],
    [
      'a rule that reads a file',
      { 'lib/casework/cases/policy.ts': `import { readFileSync } from 'node:fs'` },
      'must not have effects',
    ],
    [
      'a rule that reaches the database through another file',
      {
        'lib/casework/cases/states.ts': `import { a } from './a'`,
        'lib/casework/cases/a.ts': `import { b } from '@/lib/platform/db/b'`,
        'lib/platform/db/b.ts': '',
      },
      'lib/casework/cases/states.ts → lib/casework/cases/a.ts → lib/platform/db/b.ts',
    ],
    [
      'an island that brings a framework',
      { 'lib/islands/keys.island.ts': `import 'react'` },
      'must not have effects',
    ],
    ['a circle', { 'lib/a/x.ts': `import { y } from './y'`, 'lib/a/y.ts': `export { x } from './x'` }, '→'],
    ['a file outside the house', { 'lib/cases/policy.ts': '' }, 'no room of that name'],
    [
      'an import that goes up, of a type too',
      {
        'lib/base/forms/form.ts': `import type { Case } from '@/lib/casework/cases/states'`,
        'lib/casework/cases/states.ts': 'export type Case = 1',
      },
      'lib/casework/cases stands above lib/base/forms',
    ],
    [
      'an import against the order of a floor',
      {
        'lib/casework/cases/due.ts': `import { x } from '../referrals/x'`,
        'lib/casework/referrals/x.ts': 'export const x = 1',
      },
      'lib/casework/referrals stands above lib/casework/cases',
    ],
    [
      'folders of one room in a circle',
      {
        'lib/casework/referrals/verbs/a.ts': `import type { B } from '../sharing/b'`,
        'lib/casework/referrals/sharing/b.ts': `export { c } from '../verbs/c'`,
        'lib/casework/referrals/verbs/c.ts': 'export const c = 1',
      },
      'lib/casework/referrals/verbs → lib/casework/referrals/sharing → lib/casework/referrals/verbs',
    ],
    [
      'testing code in the product',
      { 'lib/casework/cases/due.ts': `import { x } from '@/lib/testing/x'`, 'lib/testing/x.ts': '' },
      'only tests, the seed and scripts',
    ],
    ['a file that nothing runs', { 'lib/casework/cases/alone.ts': '' }, 'nothing that runs reaches it'],
    ['the environment in a page', { 'app/page.tsx': 'const a = process.env.PORT' }, 'ask lib/platform/env'],
    ['the clock in a rule', { 'lib/casework/cases/due.ts': 'const now = new Date()' }, 'receive `now`'],
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
    ['a long file', { 'lib/casework/cases/long.ts': 'x\n'.repeat(251) }, '251 lines'],
    ['a dead link', { 'README.md': '[how](docs/how.md)' }, 'docs/how.md does not exist'],
    ['a path that is gone', { 'docs/a.md': 'in `lib/gone/policy.ts`' }, 'lib/gone/policy.ts does not exist'],
    [
      'a room that the map leaves out',
      {
        'README.md': '| `lib/desks/<desk>/` | what one sits at: `queue inbox` |',
        'lib/desks/queue/a.ts': '',
        'lib/desks/inbox/a.ts': '',
        'lib/desks/link/a.ts': '',
      },
      'lib/desks/link is missing',
    ],
    [
      'a room of the map that is gone',
      { 'README.md': '| `lib/base/` | `time gone`: no business |', 'lib/base/time/a.ts': '' },
      'lib/base/gone does not exist',
    ],
    [
      'a number used twice',
      { 'docs/decisions/0001-a.md': '', 'docs/decisions/0001-b.md': '' },
      '0001 is taken',
    ],
    [
      'a landed migration that was edited',
      {
        'drizzle/0001_one.sql': 'select 2',
        'drizzle/meta/landed.json': '{"drizzle/0001_one.sql":"0"}',
        'drizzle/meta/_journal.json': '{"entries":[{"idx":0,"tag":"0001_one","when":1}]}',
      },
      'was edited; write a new file',
    ],
    ['a migration outside the journal', { 'drizzle/0002_two.sql': 'select 1' }, '0002_two: not in'],
    [
      'a journal out of order',
      {
        'drizzle/0001_one.sql': '',
        'drizzle/0002_two.sql': '',
        'drizzle/meta/_journal.json':
          '{"entries":[{"idx":0,"tag":"0002_two","when":2},{"idx":1,"tag":"0001_one","when":1}]}',
      },
      'out of order',
    ],
    ['an address in the lockfile', { 'package-lock.json': '{"resolved": "x"}' }, 'resolved'],
    ['a folder of one machine', { 'lib/a/b.ts': `const x = '/srv/one/clone/x'` }, '/srv/one/clone'],
  ])('refuse %s', (_what, files, expected) => {
    expect(problems(files).join('\n')).toContain(expected)
  })
})
