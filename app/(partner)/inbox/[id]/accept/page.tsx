import { FormFields } from '@/app/_frame/form-fields'
import { acceptForm } from '@/lib/casework/referrals/verbs/partner-form'
import { answerPage, type Props } from '../answer-page'

export default function AcceptPage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'accept',
      verb: 'accept',
      form: acceptForm,
      words: (t) => ({
        title: t('inbox.accept.title'),
        lead: t('inbox.accept.lead'),
        button: t('inbox.do.accept'),
      }),
    },
    ({ draft, t, locale }) => <FormFields form={acceptForm} draft={draft} t={t} locale={locale} />,
  )
}
