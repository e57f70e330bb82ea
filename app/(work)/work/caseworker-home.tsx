import { listedService } from '@/app/_frame/listed-service'
import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { QueueList } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { TileLinks } from '@/app/_ui/tiles'
import {
  type Bucket,
  buckets,
  type CaseworkerDay,
  type DueRow,
  type Whole,
} from '@/lib/desks/work/caseworker-day'
import { dutyName } from '@/lib/desks/work/due-words'
import { Answers, Drafts } from './answers-and-drafts'
import { DueClock } from './due-clock'
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
          <AsidePart title={t('work.drafts.title')}>
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
          <QueueList label={t(`work.due.${bucket}`)} rows={rows.map((row) => dueLine(row, page))} />
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

const hrefOf = ({ referral, kind, code }: DueRow): string => {
  if (kind === 'task-FIND_BASIS') return `/cases/${code}/consents/new`
  if (kind === 'task-RATE_AGAIN') return `/cases/${code}/register/safety`
  if (!referral) return `/cases/${code}`
  if (kind === 'task-TELL_PERSON') return `/referrals/${referral}/slip`
  if (kind === 'task-RENEW_CONSENT') return `/cases/${code}/consents/new?renew=${referral}`
  return kind === 'verify' ? `/referrals/${referral}/verify` : `/referrals/${referral}`
}

const dueLine = (row: DueRow, { t, locale, actor }: Framed) => ({
  href: hrefOf(row),
  ask: dutyName(row.kind, t),
  what: row.service ? listedService(row.service, { t, locale }) : undefined,
  tag: (
    <>
      {row.urgent && <Tag tone="late">{t('cases.vital.urgency.EMERGENCY')}</Tag>}
      {row.stop ? (
        <Tag tone="late" icon="call">
          {t('cases.bar.no-contact')}
        </Tag>
      ) : (
        row.risk === 'HIGH' && <Tag tone="late">{t('work.due.high')}</Tag>
      )}
    </>
  ),
  meta: <Code>{row.code}</Code>,
  clock: <DueClock due={row.due} since={row.since} now={actor.now} t={t} />,
})
