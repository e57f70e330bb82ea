import { missingPages } from '@/lib/casework/registration/registration'
import type { Registration } from '@/lib/desks/case-file/prepare-registration'
import type { Framed } from '../../case-frame'

/** Whether nothing but this page's rating keeps the draft shut, for whoever may open it. */
export const opensByRating = ({ head, leads, gap }: Registration): boolean =>
  head.reach.record.state === 'DRAFT' && leads && (gap === null || gap === 'no-risk')

/** Beside the button that opens the case: the pages that may be completed afterwards, by name. */
export function LeftToSay({ view, page: { t } }: { view: Registration; page: Framed }) {
  const left = missingPages(view.done).filter((name) => name !== 'safety')
  if (!opensByRating(view) || left.length === 0) return null
  const pages = left.map((name) => t(`cases.register.${name}`)).join(', ')
  return (
    <p className="meta">
      {t('cases.register.may-wait')} {t('cases.register.left', { pages })}
    </p>
  )
}
