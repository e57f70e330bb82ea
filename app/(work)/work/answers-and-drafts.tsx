import { listedService } from '@/app/_frame/listed-service'
import { Code } from '@/app/_ui/code'
import { CheckList } from '@/app/_ui/kept-list'
import { QueueList } from '@/app/_ui/queue-list'
import { Tag, type TagTone } from '@/app/_ui/tag'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { AnswerRow, DraftRow } from '@/lib/desks/work/caseworker-day'
import type { Framed } from './framed'

const tones: Record<string, TagTone> = {
  INFO_REQUESTED: 'soon',
  DECLINED: 'soon',
  COMPLETED: 'good',
  ACCEPTED: 'good',
}

/** What partners said last; a question that waits for us stands first. */
export function Answers({ answers, page }: { answers: AnswerRow[]; page: Framed }) {
  const { t, locale } = page
  if (answers.length === 0) return <p className="meta">{t('work.answers.none')}</p>
  const rows = answers.map((row) => ({
    href: `/referrals/${row.referral}`,
    ask: saidBy(row, page),
    what: row.service ? listedService(row.service, page) : undefined,
    meta: (
      <>
        <Code>{row.code}</Code> · {moment(locale, row.at)}
      </>
    ),
    clock: <Tag tone={tones[row.state]}>{wordingOf(t, `referrals.state.${row.state}`, row.state)}</Tag>,
  }))
  return (
    <>
      <QueueList label={t('work.answers.title')} rows={rows} />
      <More shown={answers.length} total={answers[0]?.total} name="answers" page={page} />
    </>
  )
}

type MoreProps = { shown: number; total: number | undefined; name: 'answers' | 'drafts'; page: Framed }

/** Nothing is cut in silence: how many of how many. */
const More = ({ shown, total = 0, name, page: { t } }: MoreProps) =>
  total > shown && (
    <p className="meta">
      <a href={`/work?all=${name}#${name}`}>{t(`work.${name}.more`, { count: shown, total })}</a>
    </p>
  )

function saidBy({ partner, verb, state }: AnswerRow, { t, locale }: Framed): string {
  if (!partner) return t('work.restricted.answer')
  const values = { partner: partnerName(partner, locale) }
  const said = state === 'INFO_REQUESTED' ? 'ask' : verb
  switch (said) {
    case 'ask':
    case 'accept':
    case 'decline':
    case 'begin':
    case 'complete':
    case 'report-not-accessed':
      return t(`work.answers.${said}`, values)
    default:
      return values.partner
  }
}

/** Begun and not sent. */
export function Drafts({ drafts, page }: { drafts: DraftRow[]; page: Framed }) {
  const { t, locale } = page
  if (drafts.length === 0) return <p className="meta">{t('work.drafts.none')}</p>
  const items = drafts.map((row) => ({
    mark: 'none' as const,
    text: (
      <a href={row.referral ? `/referrals/${row.referral}` : `/cases/${row.code}`}>
        {wordingOf(t, `work.drafts.${row.state}`, row.state)}
      </a>
    ),
    detail: (
      <>
        <Code>{row.code}</Code>
        {row.service && row.partner && (
          <>
            {' '}
            · {listedService(row.service, { t, locale })}, {partnerName(row.partner, locale)}
          </>
        )}
        {row.reason && ` · ${wordingOf(t, `referrals.reason.return.${row.reason}`, row.reason)}`}
      </>
    ),
  }))
  return (
    <>
      <CheckList items={items} />
      <More shown={drafts.length} total={drafts[0]?.total} name="drafts" page={page} />
    </>
  )
}
