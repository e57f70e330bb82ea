import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Pages } from '@/app/_ui/pages'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { Tiles } from '@/app/_ui/tiles'
import { moment } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { type JobRow, listOutbox } from '@/lib/desks/work/list-outbox'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { Failed } from './failed'
import { Ways } from './ways'

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'outbox.list', roles: ['ADMIN'] }, (reading) =>
    listOutbox(reading, one(query, 'below'), one(query, 'done')),
  )
  const { t, locale, view } = page
  const { jobs, dead, deadCount, done, older, first, counts, leaves } = view
  return (
    <WorkPage page={page} title={t('work.outbox.title')} under="/outbox">
      <Head title={t('work.outbox.title')} meta={t('work.outbox.meta')} />
      {done && (
        <Note tone="good" live>
          {t(`work.outbox.done.${done}`)}
        </Note>
      )}
      <Tiles
        tiles={[
          { count: counts.waiting, label: t('work.outbox.waiting') },
          {
            count: counts.late,
            label: t(leaves.MAIL ? 'work.outbox.late' : 'work.outbox.late-but-mail'),
            tone: counts.late > 0 ? 'late' : undefined,
          },
          { count: counts.done_today, label: t('work.outbox.done', { count: counts.done_today }) },
        ]}
      />
      {counts.late > 0 && (
        <Note tone="late" icon="warn">
          {t('work.outbox.late-note')}
        </Note>
      )}
      <Ways page={page} />
      {deadCount > 0 && <Failed dead={dead} count={deadCount} t={t} locale={locale} />}
      {jobs.length === 0 ? (
        <Empty title={t('work.outbox.none')}>{t('work.outbox.none-more')}</Empty>
      ) : (
        <>
          <Jobs jobs={jobs} leaves={leaves} t={t} locale={locale} />
          <Pages
            label={t('work.outbox.title')}
            range={t('work.outbox.range', { count: jobs.length })}
            previous={first ? undefined : { href: '/outbox', label: t('work.outbox.newest') }}
            next={older ? { href: `/outbox?below=${older}`, label: t('work.outbox.older') } : undefined}
          />
        </>
      )}
    </WorkPage>
  )
}

type JobsProps = { jobs: JobRow[]; leaves: Record<'MAIL' | 'SMS', boolean>; t: Translate; locale: Locale }

const wayOf: Partial<Record<string, 'MAIL' | 'SMS'>> = {
  'send-notice': 'MAIL',
  'send-sms': 'SMS',
  'send-code': 'SMS',
}

function Jobs({ jobs, leaves, t, locale }: JobsProps) {
  const rests = ({ task }: JobRow) => {
    const way = wayOf[task]
    return way !== undefined && !leaves[way]
  }
  const columns = (['number', 'task', 'when', 'tries', 'state'] as const).map((name) => ({
    label: t(`work.outbox.${name}`),
    num: name === 'tries',
  }))
  const rows = jobs.map((job) => ({
    key: String(job.id),
    cells: [
      job.id,
      wordingOf(t, `work.outbox.task.${job.task}`, job.task),
      moment(locale, job.runAt),
      job.attempts,
      job.doneAt ? (
        t('work.outbox.state.done', { at: moment(locale, job.doneAt) })
      ) : (
        <Tag key="state" tone={rests(job) ? undefined : job.late ? 'late' : 'soon'}>
          {t(`work.outbox.state.${rests(job) ? 'resting' : job.late ? 'late' : 'waiting'}`)}
        </Tag>
      ),
    ],
  }))
  return <Table caption={t('work.outbox.title')} quietCaption columns={columns} rows={rows} narrow="cards" />
}
