import { Note } from '@/app/_ui/note'
import type { Translate } from '@/lib/base/i18n/translate'

/** Abuse by an aid worker is not written on a page of the case: it leaves nothing there. */
export function ToldElsewhere({ partner, t }: { partner: string; t: Translate }) {
  return (
    <Note tone="soon">
      <p>{t('referrals.verify-page.sea', { partner })}</p>
      <p>
        <a href="/psea/new">{t('referrals.verify-page.sea.link')}</a>
      </p>
    </Note>
  )
}
