import { Tick } from '@/app/_ui/choices'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'
import { ReadAloud } from './read-aloud'

/** An answer that is recorded with the sending was heard first: it is read to the person, and whoever sends says so. */
export function MustRead({ page, view }: { page: Omit<Page<unknown>, 'view'>; view: CheckView }) {
  const { t } = page
  const wrong = view.draft?.errors.read
  if (!view.mustRead) return null
  return (
    <>
      <ReadAloud page={page} view={view} />
      <Tick
        name="read"
        value="on"
        label={t('referrals.read.label')}
        error={wrong && errorText(t, 'referrals', 'read', wrong)}
      />
    </>
  )
}
