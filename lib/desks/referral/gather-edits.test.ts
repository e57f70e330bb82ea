import { expect, test } from 'vitest'
import { gatherEdits } from './gather-edits'
import type { Happened } from './referral-file'

const done = (verb: Happened['verb'], who: string, version: number): Happened => ({
  verb,
  from: null,
  to: 'DRAFT',
  at: new Date(Date.UTC(2014, 5, 30, 9, version)),
  who,
  by: 'team',
  channel: 'APP',
  reason: null,
  version,
})

test('a run of edits by one person is one line with the newest time; another person’s is another', () => {
  const events = [
    done('start', 'Awa', 1),
    done('edit', 'Awa', 2),
    done('edit', 'Awa', 3),
    done('edit', 'Ali', 4),
    done('submit', 'Awa', 5),
    done('edit', 'Awa', 6),
  ]
  expect(gatherEdits(events).map(({ verb, version, times }) => [verb, version, times])).toEqual([
    ['start', 1, 1],
    ['edit', 3, 2],
    ['edit', 4, 1],
    ['submit', 5, 1],
    ['edit', 6, 1],
  ])
})
