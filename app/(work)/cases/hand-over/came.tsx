import { Note } from '@/app/_ui/note'
import type { HandOverView } from '@/lib/desks/staff/prepare-hand-over'
import type { Page } from '@/lib/platform/gate/read'

type Props = { view: HandOverView; page: Omit<Page<unknown>, 'view'> }

/** What came of each case: who leads it now, or why it stayed. Before the press: which of those asked for stay anyway. */
export function Came({ view: { done, handed, left }, page: { t } }: Props) {
  if (!done && left.length === 0) return null
  return (
    <Note tone={left.length > 0 ? 'soon' : 'good'} live={done}>
      {done && t('staff.hand.done', { count: handed.length })}{' '}
      {left.length > 0 && t(done ? 'staff.hand.left' : 'staff.hand.stays', { count: left.length })}
      <ul>
        {handed.map(({ code, lead }) => (
          <li key={code}>
            <a href={`/cases/${code}`}>{code}</a> : <bdi>{lead}</bdi>
          </li>
        ))}
        {left.map(({ code, why }) => (
          <li key={code}>{t(`staff.hand.left.${why}`, { code })}</li>
        ))}
      </ul>
    </Note>
  )
}
