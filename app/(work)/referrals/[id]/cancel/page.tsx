import { partnerName } from '@/lib/base/codes/codes'
import { CANCEL_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { cancelForm } from '@/lib/casework/referrals/verbs/forms'
import { type Props, reasonPage } from '../reason-page'

export default function CancelPage(props: Props) {
  return reasonPage(props, {
    verb: 'cancel',
    form: cancelForm,
    reason: 'cancelReason',
    codes: CANCEL_REASONS,
    after: 'comment',
    words: ({ t, locale, view }) => ({
      title: t('referrals.cancel-page.title'),
      lead: view.sent
        ? t('referrals.cancel-page.lead', { partner: partnerName(view.partner, locale) })
        : t('referrals.cancel-page.unsent'),
      button: t('referrals.verb.cancel'),
    }),
  })
}
