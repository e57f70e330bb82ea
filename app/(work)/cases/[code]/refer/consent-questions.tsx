import type { Filled } from '@/app/_frame/form-fields'
import { FormField } from '@/app/_frame/form-fields'
import { Details } from '@/app/_ui/details'
import type { FormWords } from '@/lib/base/forms/form'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { AnswerFields } from '../answer-fields'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  form: FormWords
  draft: Draft | undefined
  values?: Filled | undefined
  child: boolean
}

/** What is read aloud and what the person answers. Nothing is chosen beforehand. */
export function ConsentQuestions({ page, form, draft, values, child }: Props) {
  const { t, locale } = page
  const more = {
    value: 'EXISTING',
    label: t('consents.answer.EXISTING'),
    hint: t('consents.answer.EXISTING.hint'),
  }
  return (
    <>
      <Details summary={t('referrals.wizard.aloud.title')} open>
        <blockquote className="prose" lang={locale}>
          <p>{t('referrals.wizard.aloud')}</p>
        </blockquote>
      </Details>
      <AnswerFields form={form} page={page} draft={draft} values={values} child={child} more={more} />
      <FormField name="keepRunning" form={form} draft={draft} t={t} locale={locale} />
    </>
  )
}
