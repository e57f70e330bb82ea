import { FormFields } from '@/app/_frame/form-fields'
import { bookForm } from '@/lib/casework/referrals/verbs/partner-form'
import { answerPage, type Props } from '../answer-page'

export default function RebookPage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'rebook',
      verb: 'rebook',
      form: bookForm,
      words: (t) => ({
        title: t('inbox.rebook.title'),
        lead: t('inbox.rebook.lead'),
        button: t('inbox.rebook.button'),
      }),
    },
    ({ draft, t, locale }) => <FormFields form={bookForm} draft={draft} t={t} locale={locale} />,
  )
}
