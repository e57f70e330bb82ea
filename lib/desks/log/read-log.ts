import type { Reading } from '@/lib/platform/gate/read'
import { filterOf } from './filter'
import { listActors, listEvents, pageSize } from './queries'

/** The log, a page at a time. Reading it is itself an event, with the filter used. */
export async function readLog({ tx }: Reading, asked: Parameters<typeof filterOf>[0]) {
  const filter = filterOf(asked)
  const found = await listEvents(tx, filter)
  const actors = await listActors(tx)
  const events = found.slice(0, pageSize)
  const older = found.length > pageSize ? events.at(-1)?.id : undefined
  const { below: _, ...used } = filter
  return {
    view: { filter, events, actors, older },
    subject: { type: 'audit-log', id: '' },
    detail: { count: events.length, ...used },
  }
}
export type LogView = Awaited<ReturnType<typeof readLog>>['view']
