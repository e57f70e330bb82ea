import { Note } from '@/app/_ui/note'
import type { Framed } from '../../case-frame'

/** An aid worker may be involved: whoever wrote it down tells the focal point themselves; nothing of it is kept here. */
export function TellOfAbuse({ page: { t } }: { page: Framed }) {
  return (
    <Note tone="late" icon="warn">
      <b>{t('assessments.abuse.title')}</b>
      <p>
        {t('assessments.abuse.lead')} <a href="/psea/new">{t('assessments.abuse.link')}</a>
      </p>
    </Note>
  )
}
