import { hidden } from '@/app/_frame/hidden'
import { Note } from '@/app/_ui/note'
import { UndoBar } from '@/app/_ui/undo-bar'
import { partnerName } from '@/lib/base/codes/codes'
import type { Decided } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'

type Props = { decided: Decided; tab: string | undefined; page: Omit<Page<unknown>, 'view'> }

/** What was just decided; an approval that is still held can be taken back from here. */
export function DecidedBar({ decided, tab, page }: Props) {
  const { t, locale } = page
  const values = { code: decided.code, partner: partnerName(decided.partner, locale) }
  const held = decided.what === 'approved' && decided.state === 'APPROVED'
  if (!held)
    return (
      <Note tone="good" icon="ok" live>
        {decided.what === 'approved'
          ? t('queue.done.approved-sent', values)
          : t(`queue.done.${decided.what}`, values)}
      </Note>
    )
  return (
    <UndoBar
      action={`/api/v1/referrals/${decided.id}/undo`}
      fields={{ ...hidden(decided.version), kind: tab }}
      label={t('queue.undo.button')}
    >
      {t('queue.done.approved', values)}
    </UndoBar>
  )
}
