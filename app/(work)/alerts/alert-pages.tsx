import { shownCount } from '@/app/_ui/count'
import { Pages } from '@/app/_ui/pages'
import type { AlertCursor } from '@/lib/casework/alerts/pages'
import { writeCursor } from '@/lib/desks/triage/list-alerts'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  list: { rows: unknown[]; total: number; next: AlertCursor | undefined }
  /** Which list of the page, and whether this is not its first page. */
  name: 'after' | 'before'
  paged: boolean
  page: Omit<Page<unknown>, 'view'>
}

/** "25 of 104" and the way on; nothing where everything is on the page. */
export function AlertPages({ list, name, paged, page: { t } }: Props) {
  if (!list.next && !paged) return null
  return (
    <Pages
      label={t('frame.pages')}
      range={t('frame.range', { count: list.rows.length, total: shownCount(list.total) })}
      previous={paged ? { href: '/alerts', label: t('frame.first-page') } : undefined}
      next={
        list.next
          ? {
              href: `/alerts?${name}=${encodeURIComponent(writeCursor(list.next))}`,
              label: t('frame.next-page'),
            }
          : undefined
      }
    />
  )
}
