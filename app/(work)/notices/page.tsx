import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Tabs } from '@/app/_ui/tabs'
import { Tag } from '@/app/_ui/tag'
import { day, time } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { listNotices, type NoticeRow } from '@/lib/desks/account/list-notices'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

/** What changed without the reader; each leads to what it is about, whose page decides again who reads it. */
export default async function NoticesPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await read({ action: 'notice.list', roles: caseRoles }, (reading) =>
    listNotices(reading, query),
  )
  const { t, view } = page
  const tabs = [
    { href: '/notices', label: t('notices.tab.unread'), count: view.counts.unread, current: !view.all },
    { href: '/notices?tab=all', label: t('notices.tab.all'), count: view.counts.all, current: view.all },
    { href: '/notices/choices', label: t('notices.tab.choices') },
  ]
  return (
    <WorkPage page={page} title={t('notices.title')} under="/notices">
      <Head
        title={t('notices.title')}
        meta={
          <span>
            {t('notices.lead')} <a href="/work">{t('notices.lead-link')}</a>.
          </span>
        }
        actions={
          view.counts.unread > 0 && (
            <PostForm action="/api/v1/notices/read" fields={hidden()} layout="bare">
              <Button calm>{t('notices.read-all')}</Button>
            </PostForm>
          )
        }
      />
      {view.done && (
        <Note tone="good" icon="ok" live>
          {t('notices.done.read')}
        </Note>
      )}
      <Tabs label={t('notices.tabs')} tabs={tabs} />
      {view.rows.length === 0 && (
        <Empty title={t(view.all ? 'notices.none-all' : 'notices.none')}>{t('notices.none-more')}</Empty>
      )}
      {byDay(view.rows).map(([on, rows]) => (
        <section key={on}>
          <h2 className="grp">{day(page.locale, on)}</h2>
          <ol className="queue">
            {rows.map((row) => (
              <li key={row.id}>
                <OneNotice row={row} page={page} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </WorkPage>
  )
}

/** Which limit passed is part of what happened. */
const eventOf = ({ event, clock }: NoticeRow) => (clock ? `${event}.${clock}` : event)

function byDay(rows: readonly NoticeRow[]): [string, NoticeRow[]][] {
  const days = new Map<string, NoticeRow[]>()
  for (const row of rows) {
    const on = isoDayOf(new Date(row.at))
    days.set(on, [...(days.get(on) ?? []), row])
  }
  return [...days]
}

/** Opening it is what makes it read, so it is a button while it is new. */
function OneNotice({ row, page: { t, locale } }: { row: NoticeRow; page: Omit<Page<unknown>, 'view'> }) {
  const what = (
    <>
      <span className="ask">{wordingOf(t, `notices.event.${eventOf(row)}`, t('notices.title'))}</span>
      <span className="end meta">{time(locale, new Date(row.at))}</span>
      <span className="meta">
        <Code>{referralCode(row.referral)}</Code> · <Code>{row.code}</Code>
      </span>
    </>
  )
  if (row.read) return <a href={`/referrals/${row.referral}`}>{what}</a>
  return (
    <PostForm action={`/api/v1/notices/${row.id}/open`} fields={hidden()} layout="bare">
      <button type="submit">
        {what}
        <span className="end">
          <Tag tone="soon">{t('notices.new')}</Tag>
        </span>
      </button>
    </PostForm>
  )
}
