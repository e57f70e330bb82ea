import { FormFields } from '@/app/_frame/form-fields'
import { declineForm } from '@/lib/casework/referrals/verbs/partner-form'
import { answerPage, type Props } from '../answer-page'

export default function DeclinePage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'decline',
      verb: 'decline',
      form: declineForm,
      words: (t) => ({
        title: t('inbox.decline.title'),
        lead: t('inbox.decline.lead'),
        button: t('inbox.do.decline'),
      }),
    },
    ({ draft, t, locale }) => <FormFields form={declineForm} draft={draft} t={t} locale={locale} />,
  )
}
