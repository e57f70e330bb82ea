import { FormFields } from '@/app/_frame/form-fields'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { completeForm } from '@/lib/casework/referrals/verbs/partner-form'
import { answerPage, type Props } from '../answer-page'

export default function CompletePage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'complete',
      verb: 'complete',
      form: completeForm,
      withFile: true,
      words: (t) => ({
        title: t('inbox.complete.title'),
        lead: t('inbox.complete.lead'),
        button: t('inbox.complete.button'),
      }),
    },
    ({ draft, t, locale, actor }) => (
      <FormFields
        form={completeForm}
        draft={draft}
        values={{ servedOn: dayText(isoDayOf(actor.now)) }}
        t={t}
        locale={locale}
      />
    ),
  )
}
