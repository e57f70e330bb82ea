import { NOT_ACCESSED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { notAccessedForm } from '@/lib/casework/referrals/verbs/forms'
import { type Props, reasonPage } from '../reason-page'

export default function NotAccessedPage(props: Props) {
  return reasonPage(props, {
    verb: 'report-not-accessed',
    form: notAccessedForm,
    reason: 'notAccessedReason',
    codes: NOT_ACCESSED_REASONS,
    after: 'comment',
    words: ({ t }) => ({
      title: t('referrals.not-accessed-page.title'),
      lead: t('referrals.not-accessed-page.lead'),
      button: t('forms.save'),
    }),
  })
}
