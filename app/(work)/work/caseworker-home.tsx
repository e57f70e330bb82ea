import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { QueueList } from '@/app/_ui/queue-list'
import { TileLinks } from '@/app/_ui/tiles'
import { type Bucket, buckets } from '@/lib/base/time/late'
import type { CaseworkerDay, Whole } from '@/lib/desks/work/caseworker-day'
import { Answers, Drafts } from './answers-and-drafts'
import { dueLine, placeOf } from './due-line'
import { type Framed, greeting, today } from './framed'

type Props = { day: CaseworkerDay; page: Framed }
/** Opens one list of the page whole, however long it is. */
const wholeHref = (name: Whole) => `/work?all=${name}#${name}`

/** A caseworker's day: what falls due, what partners answered, what was begun. */
export function CaseworkerHome({ day, page }: Props) {
  const { t } = page
  const total = (bucket: Bucket) => day.due.find((row) => row.bucket === bucket)?.total ?? 0
  const late = total('late')
  const answers = day.answers[0]?.total ?? 0
  const drafts = day.drafts[0]?.total ?? 0
  const tones = { late: late > 0 ? 'late' : undefined, today: 'soon', week: undefined } as const
  const lead = late > 0 ? t('work.lead.late', { count: late }) : t('work.lead.none')
  const actions = (
    <>
      <ButtonLink href="/cases/new" icon="plus">
        {t('work.quick.register')}
      </ButtonLink>
      <ButtonLink href="/cases" calm>
        {t('work.quick.cases')}
      </ButtonLink>
    </>
  )
  return (
    <>
      <Head title={greeting(page)} lead={`${today(page)} ${lead}`} actions={actions} />
      <TileLinks
        label={t('work.tiles.due')}
        tiles={[
          ...buckets.map((bucket) => ({
            href: wholeHref(bucket),
            count: total(bucket),
            label: t(`work.tile.${bucket}`),
            tone: total(bucket) > 0 ? tones[bucket] : undefined,
          })),
          { href: wholeHref('answers'), count: answers, label: t('work.tile.answers', { count: answers }) },
          { href: wholeHref('drafts'), count: drafts, label: t('work.tile.drafts') },
          ...(day.confirm > 0
            ? [
                {
                  href: '/confirmations',
                  count: day.confirm,
                  label: t('work.tile.confirm'),
                  tone: 'late' as const,
                },
              ]
            : []),
        ]}
      />
      <Split
        asideLabel={t('work.drafts.title')}
        aside={
          <AsidePart title={t('work.drafts.title')} id="drafts">
            <Drafts drafts={day.drafts} page={page} />
          </AsidePart>
        }
      >
        <DueLists day={day} page={page} />
        <Section title={t('work.answers.title')} id="answers" tight>
          <Answers answers={day.answers} page={page} />
        </Section>
      </Split>
    </>
  )
}

function DueLists({ day, page }: Props) {
  const { t } = page
  if (day.due.length === 0) return <Empty title={t('work.due.none')}>{t('work.due.none-more')}</Empty>
  return buckets.map((bucket) => {
    const rows = day.due.filter((row) => row.bucket === bucket)
    const more = (rows[0]?.total ?? 0) - rows.length
    return (
      rows.length > 0 && (
        <Section key={bucket} title={t(`work.due.${bucket}`)} id={bucket} tight>
          <QueueList
            label={t(`work.due.${bucket}`)}
            rows={rows.map((row) => dueLine(row, page, placeOf(row)))}
          />
          {more > 0 && (
            <p className="meta">
              <a href={wholeHref(bucket)}>{t('work.due.more', { count: more })}</a>
            </p>
          )}
        </Section>
      )
    )
  })
}
