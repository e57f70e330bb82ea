import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { moment } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { CaseRow } from '@/lib/casework/cases/scope'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Beside } from '@/lib/desks/search/view-same'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import { refusalWords } from '@/lib/platform/http/words'
import type { Framed } from '../case-frame'
import { byOf } from './by'
import { WhatHolds } from './what-holds'

type Props = {
  code: string
  record: CaseRow
  head: CaseHead
  beside: Beside
  draft: FoundDraft | undefined
  page: Framed
}

/** The one thing that this person may say of two files now, if any: a first word, the second one, or that it was a mistake. */
export function Answer(props: Props) {
  const { beside, page } = props
  const { t } = page
  const { standing, pair, pointsAway } = beside
  if (standing === 'open' || standing === 'unsure' || standing === 'two') return <FirstWord {...props} />
  if (standing === 'overtaken') return <Note>{t('same.overtaken')}</Note>
  if (standing === 'asked')
    return beside.mayDecide && pointsAway ? <SecondWord {...props} /> : <Waiting {...props} />
  return (
    <Note tone="soon">
      <p>
        <b>{t(`same.standing.${standing}`, { by: byOf(standing, pair) })}.</b>{' '}
        {t(pointsAway ? 'same.points-away' : 'same.points-here', { code: beside.file.code })}
      </p>
      <Undo {...props} />
    </Note>
  )
}

const Waiting = ({ code, beside: { standing, pair, file, mayDecide }, page: { t } }: Props) => (
  <Note tone="soon">
    {t('same.standing.asked', { by: byOf(standing, pair) })}.{' '}
    {mayDecide ? (
      <a href={`/cases/${file.code}/same?with=${code}`}>{t('same.decide.there', { code: file.code })}</a>
    ) : (
      t('same.own-word')
    )}
  </Note>
)

/** `pair`: of a file that nobody here may open; else `other`, the file beside. */
export function FirstWord({
  code,
  beside,
  pair,
  draft,
  page: { t },
}: Pick<Props, 'code' | 'draft' | 'page'> & { beside?: Beside; pair?: string }) {
  const words = ['TWO', 'SAME', 'UNSURE'] as const
  const said = beside?.standing === 'two' ? 'TWO' : beside?.standing === 'unsure' ? 'UNSURE' : undefined
  const mine = draft?.values.other === (beside?.file.id ?? '') && draft?.values.pair === (pair ?? '')
  return (
    <PostForm
      main={pair === undefined}
      action={`/api/v1/cases/${code}/same`}
      fields={{ ...hidden(), other: beside?.file.id ?? '', pair: pair ?? '' }}
    >
      <RadioGroup
        name="answer"
        // The line above the page leads to the question that comes back.
        id={mine || !(pair || draft) ? undefined : `answer-${pair ?? 'beside'}`}
        label={t('same.answer.label')}
        one
        value={(mine && draft?.values.answer?.toString()) || said}
        error={mine && draft?.errors.answer ? errorText(t, 'same', 'answer', draft.errors.answer) : undefined}
        options={words.map((value) => ({
          value,
          label: t(`same.answer.${value}`),
          hint: t(`same.answer.${value}.hint`),
        }))}
      />
      <p>
        <Button>{t('same.button')}</Button>
      </p>
    </PostForm>
  )
}

function SecondWord({ code, record, head, beside, page }: Props) {
  const { t } = page
  const by = byOf(beside.standing, beside.pair)
  return (
    <section className="stack tight">
      <h3>{t('same.decide.title')}</h3>
      <p>{t('same.decide.lead', { by, code: beside.file.code })}</p>
      {head.offered && (
        <Note tone="soon">
          <a href={`/cases/${code}#state`}>{t('transfers.waits-here')}</a>
        </Note>
      )}
      <WhatHolds own={{ ...record, person: head.person }} beside={beside} page={page} />
      {beside.barred && <Barred beside={beside} page={page} />}
      <Says
        action={`/api/v1/cases/${code}/same/${beside.pair?.id}/decide`}
        version={record.version}
        barred={beside.barred !== null}
        page={page}
      />
    </section>
  )
}

/** Two buttons, each the whole answer. */
export const Says = ({
  action,
  version,
  barred = false,
  page: { t },
}: {
  action: string
  version: number
  /** Something else has to come before a yes. */
  barred?: boolean
  page: Framed
}) => (
  <PostForm action={action} fields={hidden(version)} layout="row" label={t('same.says.label')}>
    {!barred && (
      <Button name="says" value="YES">
        {t('same.says.YES')}
      </Button>
    )}
    <Button name="says" value="NO" calm>
      {t('same.says.NO')}
    </Button>
  </PostForm>
)

/** What has to come before a yes, and where. */
const Barred = ({ beside: { file, barred }, page: { t, locale } }: { beside: Beside; page: Framed }) => {
  const { title, lead } = refusalWords(locale, { status: 403, reason: String(barred) })
  return (
    <Note tone="late" icon="warn">
      <b>{title}.</b> {lead} <a href={`/cases/${file.code}`}>{t('same.case.known', { code: file.code })}</a>
    </Note>
  )
}

function Undo({ code, record, beside, page: { t, locale } }: Props) {
  const { pair, standing, mayUndo } = beside
  if (pair && mayUndo && !beside.pointsAway)
    return (
      <p>
        <a href={`/cases/${beside.file.code}/same?with=${code}`}>
          {t('same.undo.there', { code: beside.file.code })}
        </a>
      </p>
    )
  if (!pair?.undoUntil || !beside.pointsAway) return null
  return (
    <>
      <p className="meta">{t('same.undo.until', { at: moment(locale, pair.undoUntil) })}</p>
      {mayUndo && (
        <PostForm
          action={`/api/v1/cases/${code}/same/${pair.id}/undo`}
          fields={hidden(record.version)}
          layout="row"
        >
          <Button calm>{t(standing === 'undo-asked' ? 'same.undo.do' : 'same.undo.ask')}</Button>
        </PostForm>
      )}
    </>
  )
}
