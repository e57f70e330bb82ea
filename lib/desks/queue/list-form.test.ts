import { expect, test } from 'vitest'
import { WaitingList } from '@/app/(work)/queue/waiting-list'
import { translator } from '@/lib/base/i18n/translate'
import type { QueueView } from './view-queue'

test('the form of all rows spends no key: a second row is taken after the first, also after a step back', async () => {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const view = {
    rows: [],
    tab: undefined,
    counts: { total: 0 },
    place: 'task',
    at: -1,
  } as unknown as QueueView
  const page = { t: translator('fr'), locale: 'fr', actor: { now: new Date('2014-07-03T10:00:00Z') } }
  const html = renderToStaticMarkup(WaitingList({ view, page: page as never }))
  expect(html).toContain('id="mark"')
  expect(html).toContain('name="kind" value="task"')
  expect(html).not.toContain('name="_key"')
})
