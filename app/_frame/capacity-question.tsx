import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { day } from '@/lib/base/i18n/dates'
import { capacityForm } from '@/lib/casework/services/form'
import type { Entry, Standing } from '@/lib/casework/services/ranking'
import { answerShown } from '@/lib/casework/services/write-values'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { DraftNotice, FormFields } from './form-fields'
import { hidden } from './hidden'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  entry: Pick<Entry, 'state' | 'askedOn' | 'places' | 'waitDays' | 'pausedUntil' | 'version'> &
    Pick<Standing, 'over'>
  draft: Draft | undefined
  action: string
}

/** One question and one button: an entry that says what it said is up to date with one press. */
export function CapacityQuestion({ page: { t, locale }, entry, draft, action }: Props) {
  const form = { form: capacityForm, draft, t, locale }
  return (
    <PostForm main action={action} fields={hidden(entry.version)}>
      <DraftNotice {...form} />
      {entry.over && entry.pausedUntil && (
        <p className="lead">{t('services.renew.over', { day: day(locale, entry.pausedUntil) })}</p>
      )}
      {entry.askedOn && (
        <p className="lead">{t('services.renew.asked', { day: day(locale, entry.askedOn) })}</p>
      )}
      <FormFields {...form} values={answerShown(entry, entry.over)} />
      <div className="field">
        <Button>{t('services.renew.button')}</Button>
      </div>
      <p className="meta">{t('services.renew.why')}</p>
    </PostForm>
  )
}
