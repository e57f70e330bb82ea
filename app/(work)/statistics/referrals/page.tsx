import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { GetForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Section } from '@/app/_ui/layout'
import { Tabs } from '@/app/_ui/tabs'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { BY, readLoop } from '@/lib/desks/statistics/loop'
import { LOOP } from '@/lib/desks/statistics/loop-measures'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { codeName, HERE, hrefOf, type LoopPage } from './address'
import { ByTable, Declines, Whole } from './loop-tables'
import { OpenedReferrals } from './opened-referrals'

/** What came of the referrals that left in a month: sent, answered, received; what a supervisor counts here, they open. */
export default async function LoopFiguresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'referral.count', roles: ['SUPERVISOR', 'IM'] }, (reading) =>
    readLoop(reading, query),
  )
  const { t, locale, view } = page
  const title = t('loop.title', { month: monthWords(locale, `${view.month}-01`) })
  return (
    <WorkPage page={page} title={title} under={HERE}>
      <Head
        title={title}
        meta={t(view.opens ? 'loop.lead' : 'loop.lead-im')}
        actions={<ChooseMonth page={page} />}
      />
      <Narrowing page={page} />
      {view.opened ? (
        <OpenedReferrals page={page} opened={view.opened} />
      ) : view.whole ? (
        <>
          <Whole page={page} whole={view.whole} />
          <Tabs
            label={t('loop.by')}
            tabs={BY.map((by) => ({
              href: hrefOf(view, { by }),
              label: t(`loop.by.${by}`),
              current: by === view.by,
            }))}
          />
          <ByTable page={page} />
          <Declines page={page} />
        </>
      ) : (
        <Empty title={t('loop.none')}>{t('loop.none.more')}</Empty>
      )}
      <Section title={t('statistics.definitions.title')} tight>
        <Facts
          facts={[...LOOP, 'median' as const, 'p90' as const].map((name) => ({
            term: t(`loop.${name}`),
            value: t(`loop.means.${name}`),
          }))}
        />
        <p className="meta">{t('loop.means')}</p>
        {!view.opens && <p className="meta">{t('loop.restricted.more')}</p>}
      </Section>
    </WorkPage>
  )
}

function ChooseMonth({ page: { t, locale, view } }: { page: LoopPage }) {
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

/** What the figures are narrowed to, and the way back to all of them. */
function Narrowing({ page }: { page: LoopPage }) {
  const { t, view } = page
  const names = Object.entries(view.narrowed).map(([by, code]) => codeName(page, by as 'partner', code))
  if (names.length === 0) return null
  return (
    <p>
      {t('loop.only', { what: names.join(', ') })}{' '}
      <a href={hrefOf({ ...view, narrowed: {} }, {})}>{t('loop.all')}</a>
    </p>
  )
}
