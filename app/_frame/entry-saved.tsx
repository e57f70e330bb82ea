import { Note } from '@/app/_ui/note'
import type { Entry, Standing } from '@/lib/casework/services/ranking'
import { capacityWords } from '@/lib/desks/directory/words'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  entry: Pick<Entry, 'state' | 'waitDays' | 'pausedUntil'> & Pick<Standing, 'over' | 'placesNow'>
  query: Query
  page: Pick<Page<unknown>, 't' | 'locale'>
}

/** What a write did, as the entry says it now. */
export function EntrySaved({ entry, query, page }: Props) {
  const done = (['renewed', 'saved', 'added'] as const).find((word) => word === one(query, 'done'))
  return (
    done && (
      <Note tone="good" icon="ok" live>
        {page.t(`services.done.${done}`, { state: capacityWords(entry, page) })}
      </Note>
    )
  )
}
