import { FormField } from '@/app/_frame/form-fields'
import { RadioGroup } from '@/app/_ui/choices'
import { NOT_ACCESSED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { notAccessedForm } from '@/lib/casework/referrals/verbs/partner-form'
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
        <RadioGroup
          name="absence"
          label={t('inbox.absence.label')}
          value={draft?.values.absence?.toString()}
          error={draft?.errors.absence && t('inbox.absence.required')}
          options={NOT_ACCESSED_REASONS.map((value) => ({
            value,
            label: t(`referrals.reason.report-not-accessed.${value}`),
          }))}
        />
        <FormField form={notAccessedForm} name="why" draft={draft} t={t} locale={locale} />
      </>
    ),
  )
}
