import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { dueWords } from '@/lib/base/i18n/dates'
import type { Shown } from './page'

/** What the last visit asks for, until somebody of the team says that it is done. */
export function Follow({ page }: { page: Shown }) {
  const { t, locale, view } = page
  const { follow } = view.plan
  if (!follow) return null
  return (
    <Section id="follow" title={t('reintegration.follow.title')} tight>
      <div className="row">
        <span>
          {label('visit_follow', follow.reason, locale)}.{' '}
          {t('reintegration.follow.until', { at: dueWords(locale, follow.due) })}
        </span>
        {view.may.work && (
          <PostForm action={`/api/v1/tasks/${follow.id}/done`} fields={hidden()} layout="bare">
            <Button calm small>
              {t('cases.to-see.done')}
            </Button>
          </PostForm>
        )}
      </div>
    </Section>
  )
}
