import { PeopleSay } from '@/app/_frame/people-say'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Section } from '@/app/_ui/layout'
import { Table } from '@/app/_ui/table'
import { Tiles } from '@/app/_ui/tiles'
import { label, partnerName } from '@/lib/base/codes/codes'
import { month as monthWords } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { LOOP, type LoopMeasure } from '@/lib/desks/statistics/loop-measures'
import { type OwnLoopView, readOwnLoop } from '@/lib/desks/statistics/own-loop'
import { number, timeWords } from '@/lib/desks/statistics/words'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'

const HERE = '/services/month'
type OwnPage = Page<OwnLoopView>

/** The agency's own month: what its base received, how it answered, what came of it. */
export default async function OwnMonthPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const spec = { action: 'referral.count-own', roles: ['PARTNER_FP'], session: 'partner' } as const
  const page = await read(spec, (reading) => readOwnLoop(reading, query))
  const { t, locale, view, actor } = page
  const title = t('loop.own.title', { month: monthWords(locale, `${view.month}-01`) })
  return (
    <WorkPage page={page} title={title} under={HERE}>
      <Head
        title={title}
        meta={partnerName(actor.partner ?? '', locale)}
        lead={t('loop.own.lead')}
        actions={<ChooseMonth page={page} />}
      />
      {view.whole ? <Figures page={page} /> : <Empty title={t('loop.own.none')}>{t('loop.none.more')}</Empty>}
      <PeopleSay said={view.said} page={page} />
      <Section title={t('statistics.definitions.title')} tight>
        <Facts
          facts={[...LOOP, 'median' as const, 'p90' as const].map((name) => ({
            term: t(name === 'sent' ? 'loop.own.sent' : `loop.${name}`),
            value: t(isOwn(name) ? `loop.own.means.${name}` : `loop.means.${name}`),
          }))}
        />
      </Section>
    </WorkPage>
  )
}

/** What an agency is told differs from what we count. */
const OWN = ['sent', 'confirmed', 'contested', 'notAccessed'] as const
const isOwn = (name: string): name is (typeof OWN)[number] => OWN.some((one) => one === name)

function ChooseMonth({ page: { t, locale, view } }: { page: OwnPage }) {
  return (
    <GetForm action={HERE} layout="row">
      <SelectField
        name="month"
        label={t('statistics.month')}
        options={view.months.map((value) => ({ value, label: monthWords(locale, `${value}-01`) }))}
        value={view.month}
        narrow
      />
      <Button calm>{t('statistics.show')}</Button>
    </GetForm>
  )
}

const COLUMNS = [
  'sent',
  'accepted',
  'declined',
  'silent',
  'inTime',
  'completed',
  'confirmed',
] as const satisfies readonly LoopMeasure[]

/** What few people said is not told. */
const counted = (locale: Locale, count: number | null) => (count === null ? '–' : number(locale, count))

function Figures({ page: { t, locale, view } }: { page: OwnPage }) {
  const { whole, rows, reasons } = view
  if (!whole) return null
  const tiles = LOOP.map((of) => ({
    count: counted(locale, whole[of]),
    label: t(of === 'sent' ? 'loop.own.sent' : `loop.${of}`),
  }))
  return (
    <>
      <Tiles tiles={tiles} />
      <p className="meta">
        {t('loop.times', { median: timeWords(whole.median, t), p90: timeWords(whole.p90, t) })}
      </p>
      {[whole, ...rows].some(({ confirmed }) => confirmed === null) && (
        <p className="meta">{t('loop.own.few')}</p>
      )}
      <Table
        caption={t('loop.by.service')}
        quietCaption
        columns={[
          { label: t('loop.by.service') },
          ...COLUMNS.map((name) => ({
            label: t(name === 'sent' ? 'loop.own.sent' : `loop.short.${name}`),
            num: true,
          })),
        ]}
        rows={rows.map((row) => ({
          key: row.code,
          cells: [label('service_type', row.code, locale), ...COLUMNS.map((of) => counted(locale, row[of]))],
        }))}
        narrow="cards"
      />
      {reasons.length > 0 && (
        <Table
          title={{ id: 'declines', text: t('loop.own.reasons') }}
          columns={[{ label: t('loop.reason') }, { label: t('loop.declined'), num: true }]}
          rows={reasons.map(({ code, declined }) => ({
            key: code,
            cells: [label('referral_decline_reason', code, locale), number(locale, declined)],
          }))}
          narrow="cards"
        />
      )}
    </>
  )
}
