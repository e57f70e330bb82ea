import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { BigSlip } from '@/app/_ui/slip'
import type { SealedView } from '@/lib/desks/inbox/view-received'
import { CallUs } from './call-us'
import type { Framed } from './framed'
import { InHand } from './in-hand'
import { ReferralHead } from './referral-head'

/** Before opening: what is asked and how urgent. The facts wait behind a button, because reading is a deed. */
export function BeforeOpening({ view, page }: Framed & { view: SealedView }) {
  const { t } = page
  return (
    <Narrow>
      <ReferralHead view={view} page={page} />
      <InHand view={view} page={page} />
      <BigSlip>
        <p className="lead">{t('inbox.sealed.lead')}</p>
        <PostForm action={`/api/v1/inbox/${view.id}/acknowledge`} fields={hidden()}>
          <Button wide>{t('inbox.sealed.button')}</Button>
        </PostForm>
        <p className="meta">{t('inbox.sealed.more')}</p>
      </BigSlip>
      <CallUs phone={view.phone} code={view.code} t={t} />
    </Narrow>
  )
}
