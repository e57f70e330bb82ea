import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Row } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { pageActions } from '@/lib/desks/referral/page-actions'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** The verbs open to this person now; the first one is filled. */
export function VerbRow({ page, view }: Props) {
  const { t, locale } = page
  const actions = pageActions(view)
  if (actions.length === 0) return null
  const partner = partnerName(view.partner, locale)
  return (
    <Row>
      {actions.map(({ label, href, post, ends }, index) =>
        post ? (
          <PostForm key={href} action={href} fields={hidden(view.version)} layout="bare">
            <Button calm={ends === true || index > 0}>{t(label, { partner })}</Button>
          </PostForm>
        ) : (
          <ButtonLink key={href} href={href} calm={ends === true || index > 0}>
            {t(label, { partner })}
          </ButtonLink>
        ),
      )}
    </Row>
  )
}
