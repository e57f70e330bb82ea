import { Button } from '@/app/_ui/button'
import type { ShareView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'
import { sendLabel } from '../send-label'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ShareView; base: string; sends: boolean }

/** Sends from here, or goes on to the page where something is to be looked at; the slip can be looked at before either. */
export function ShareButtons({ page, view, base, sends }: Props) {
  const { t } = page
  return (
    <div className="field row">
      {!view.changed && <Button>{sends ? sendLabel(page, view) : t('forms.continue')}</Button>}
      <Button
        calm={!view.changed}
        name="stay"
        value="on"
        formAction={sends ? `/api/v1${base}/share` : undefined}
      >
        {t('referrals.wizard.share.stay')}
      </Button>
      <a href={sends ? `/referrals/${view.id}` : `/cases/${view.code}`}>
        {t(sends ? 'referrals.wizard.later' : 'referrals.wizard.to-case')}
      </a>
    </div>
  )
}
