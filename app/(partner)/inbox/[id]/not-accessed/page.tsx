import { FormField } from '@/app/_frame/form-fields'
import { notAccessedForm } from '@/lib/casework/referrals/verbs/partner-form'
import { AbsenceField } from '../absence-field'
import { answerPage, type Props } from '../answer-page'

export default function NotAccessedPage(props: Props) {
  return answerPage(
    props,
    {
      answer: 'report-not-accessed',
      verb: 'not-accessed',
      form: notAccessedForm,
      words: (t) => ({
        title: t('inbox.not-accessed.title'),
        lead: t('inbox.not-accessed.lead'),
        button: t('inbox.not-accessed.button'),
      }),
    },
    ({ draft, t, locale }) => (
      <>
        <AbsenceField draft={draft} t={t} />
        <FormField form={notAccessedForm} name="why" draft={draft} t={t} locale={locale} />
      </>
    ),
  )
}
