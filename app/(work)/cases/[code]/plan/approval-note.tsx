import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { moment } from '@/lib/base/i18n/dates'
import type { PlanView } from '@/lib/desks/case-file/view-plan'
import type { Framed } from '../case-frame'

type Props = { view: PlanView; page: Framed }

/** How the supervisor's word on the plan stands, and the buttons of whoever's turn it is. */
export function ApprovalNote({ view, page }: Props) {
  const { head, approval, may } = view
  const { t } = page
  const code = head.reach.record.code
  if (may.decide && approval) return <Decide view={view} page={page} />
  return (
    <>
      {approval && <Standing view={view} page={page} />}
      {may.ask && (
        <PostForm action={`/api/v1/cases/${code}/plan/ask`} fields={hidden()} layout="bare">
          <Button calm small>
            {t(approval ? 'plans.approval.ask-again' : 'plans.approval.ask')}
          </Button>
        </PostForm>
      )}
    </>
  )
}

function Standing({ view: { approval, comment }, page: { t, locale } }: Props) {
  if (!approval) return null
  const { decided, decidedBy, decidedAt, askedAt, dueAt } = approval
  if (decided === null)
    return (
      <Note>
        {t('plans.approval.waits', { at: moment(locale, askedAt) })}{' '}
        {t('plans.approval.waits-due', { due: moment(locale, dueAt) })}
      </Note>
    )
  const said = { name: decidedBy ?? '', at: moment(locale, decidedAt ?? askedAt) }
  if (decided === 'APPROVED') return <p className="meta">{t('plans.approval.approved', said)}</p>
  return (
    <Note tone="soon" icon="undo">
      <b>{t('plans.approval.returned', said)}</b> {comment}
    </Note>
  )
}

/** Decided on what is read: a plan that changed meanwhile comes back with the new one. */
function Decide({ view: { head, approval }, page: { t, locale } }: Props) {
  if (!approval) return null
  const code = head.reach.record.code
  return (
    <section className="box">
      <p>{t('plans.approval.decide', { name: approval.askedBy, at: moment(locale, approval.askedAt) })}</p>
      <PostForm action={`/api/v1/cases/${code}/plan/approve`} fields={hidden(approval.version)} layout="row">
        <Button>{t('plans.approval.approve')}</Button>
        <ButtonLink calm href={`/cases/${code}/plan/return`}>
          {t('plans.approval.return')}
        </ButtonLink>
      </PostForm>
    </section>
  )
}
