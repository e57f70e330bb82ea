import { ButtonLink } from '@/app/_ui/button'
import { SubHead } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import { hasLeft, isStopped, mayNote, type Step } from '@/lib/casework/reintegration/steps'
import type { Shown } from './page'

/** The journey: what the person answered, and each step with its day, by whom, or until when. */
export function Journey({ page }: { page: Shown }) {
  const { t, view } = page
  const { plan } = view
  const names = ['step', 'state', 'due', 'by', ...(view.may.work ? (['act'] as const) : [])] as const
  return (
    <section>
      <SubHead title={t('reintegration.journey.title')} />
      <Answered page={page} />
      {plan.held > 0 && <p className="meta">{t('reintegration.journey.held', { count: plan.held })}</p>}
      <Table
        caption={t('reintegration.journey.caption')}
        columns={names.map((name) => ({
          label: t(`reintegration.journey.${name}`),
          quiet: name === 'act',
        }))}
        rows={plan.steps.map((step) => ({ key: step.step, cells: cellsOf(step, page) }))}
        narrow="cards"
      />
    </section>
  )
}

/** A no ends the journey until they have left, and never the help. */
function Answered({ page }: { page: Shown }) {
  const { t, view } = page
  const { plan, head, may } = view
  if (hasLeft(plan)) return null
  const ask = may.work && (
    <ButtonLink calm small href={`/cases/${head.reach.record.code}/consents/new?for=RETURN`}>
      {t('reintegration.journey.ask')}
    </ButtonLink>
  )
  if (isStopped(plan))
    return (
      <Note tone="late" icon="no">
        <b>{t('reintegration.journey.no')}</b> {t('reintegration.journey.no-more')} {ask}
      </Note>
    )
  return plan.answer === 'YES' ? (
    <Note tone="good">{t('reintegration.journey.yes')}</Note>
  ) : (
    <Note tone="soon" icon="warn">
      {t('reintegration.journey.unanswered')} {ask}
    </Note>
  )
}

function cellsOf(one: Step, page: Shown) {
  const { t, locale, actor, view } = page
  const { step, state, on_day: on, reason, by, due_on: due } = one
  const words = label('return_step', step, locale)
  const code = view.head.reach.record.code
  const stopped = isStopped(view.plan)
  const how =
    state === 'DONE'
      ? on
        ? t('reintegration.journey.done', { on: day(locale, on) })
        : t('reintegration.journey.done-plain')
      : state === 'NOT_NEEDED'
        ? t('reintegration.journey.not-needed', {
            reason: label('return_step_reason', reason ?? '', locale),
          })
        : t(stopped ? 'reintegration.journey.rests' : 'reintegration.journey.to-do')
  const late = due !== null && due < isoDayOf(actor.now)
  const until =
    state !== 'TODO' || stopped
      ? ''
      : due
        ? t(late ? 'reintegration.journey.late' : 'reintegration.journey.until', {
            on: day(locale, due),
            why: t(`reintegration.rule.${step}`),
          })
        : t(`reintegration.rule.${step}`)
  const cells = [words, how, until, by ? <bdi key="by">{by}</bdi> : '']
  if (!view.may.work) return cells
  const link =
    step === 'CONSENT' ? (
      <a key="act" href={`/cases/${code}/consents`}>
        {t('reintegration.journey.see')}
      </a>
    ) : !mayNote(view.plan, step, isoDayOf(actor.now)) ? (
      ''
    ) : (
      <a key="act" href={`/cases/${code}/return/step?step=${step}`}>
        {t('reintegration.journey.note')}
        <span className="vh"> {words}</span>
      </a>
    )
  return [...cells, link]
}
