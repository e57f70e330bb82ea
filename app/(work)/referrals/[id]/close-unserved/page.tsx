import { UNSERVED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { unservedForm } from '@/lib/casework/referrals/verbs/forms'
import { type Props, reasonPage } from '../reason-page'

export default function CloseUnservedPage(props: Props) {
  return reasonPage(props, {
    verb: 'close-unserved',
    form: unservedForm,
    reason: 'unservedReason',
    codes: UNSERVED_REASONS,
    after: 'follow',
    words: ({ t }) => ({
      title: t('referrals.unserved-page.title'),
      lead: t('referrals.unserved-page.lead'),
      button: t('referrals.verb.close-unserved'),
    }),
  })
}
