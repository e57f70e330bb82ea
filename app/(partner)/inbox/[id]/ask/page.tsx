import { FormFields } from '@/app/_frame/form-fields'
import { askForm } from '@/lib/casework/referrals/verbs/partner-form'
import { answerPage, type Props } from '../answer-page'

export default function AskPage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'ask',
      verb: 'ask',
      form: askForm,
      withFile: true,
      words: (t) => ({
        title: t('inbox.ask.title'),
        lead: t('inbox.ask.lead'),
        button: t('inbox.do.ask'),
      }),
    },
    ({ draft, t, locale }) => <FormFields form={askForm} draft={draft} t={t} locale={locale} />,
  )
}
