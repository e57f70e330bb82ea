import { expect, test } from 'vitest'
import type { Waiting } from '@/lib/casework/tasks/waiting'
import { grouped } from './group-rows'

const now = new Date('2014-07-03T10:00:00Z')
const row = (id: string, more: Partial<Waiting>): Waiting =>
  ({ id, kind: 'approve', taskKind: null, late: false, dueAt: null, ...more }) as Waiting

test('rows stand under harm, late, today, later and without a limit, in the order they had', () => {
  const rows = [
    row('harm', { taskKind: 'HARM', kind: 'task', dueAt: new Date('2014-07-03T11:00:00Z') }),
    row('late', { late: true, dueAt: new Date('2014-07-02T10:00:00Z') }),
    row('today', { dueAt: new Date('2014-07-03T23:00:00Z') }),
    row('tomorrow', { dueAt: new Date('2014-07-04T00:00:00Z') }),
    row('never', {}),
  ]
  expect(
    grouped(rows, now).map(({ group, rows: some, from }) => [group, from, some.map(({ id }) => id)]),
  ).toEqual([
    ['first', 0, ['harm']],
    ['late', 1, ['late']],
    ['today', 2, ['today']],
    ['soon', 3, ['tomorrow']],
    ['undated', 4, ['never']],
  ])
  expect(grouped([], now)).toEqual([])
})
