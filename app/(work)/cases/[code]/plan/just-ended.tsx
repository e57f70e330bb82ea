import { hidden } from '@/app/_frame/hidden'
import { UndoBar } from '@/app/_ui/undo-bar'
import { actionName } from '@/lib/desks/case-file/plan-words'
import type { PlanView } from '@/lib/desks/case-file/view-plan'
import type { Framed } from '../case-frame'

/** What was just done or left, with the button that takes it back. */
export function JustEnded({ view: { head, just }, page: { t, locale } }: { view: PlanView; page: Framed }) {
  if (!just) return null
  return (
    <UndoBar
      action={`/api/v1/cases/${head.reach.record.code}/plan/undo`}
      fields={{ ...hidden(), which: just.id }}
      label={t('plans.undo.button')}
    >
      {t(just.state === 'DONE' ? 'plans.undo.done' : 'plans.undo.skipped', {
        action: actionName(just, locale),
      })}
    </UndoBar>
  )
}
