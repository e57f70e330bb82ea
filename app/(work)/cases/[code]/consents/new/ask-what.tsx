import { FormField } from '@/app/_frame/form-fields'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { GetForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { consentForm, newPurposes } from '@/lib/casework/consents/form'
import type { Asking } from './page'

/** What the answer is about. Where something goes to an organisation, which one: its own services are asked next. */
export function AskWhat({ code, page: { t, locale, view } }: Asking) {
  const { chosen, draft } = view
  const purpose = draft?.values.purpose?.toString() ?? chosen.purpose
  const values = { partner: draft?.values.partner ?? chosen.partner }
  return (
    <>
      {purpose && <Note tone="late">{t('consents.new.which')}</Note>}
      <GetForm action={`/cases/${code}/consents/new`}>
        <RadioGroup
          name="for"
          label={t('consents.purpose.label')}
          value={purpose}
          options={newPurposes.map((value) => ({ value, label: t(`consents.purpose.${value}`) }))}
        />
        <FormField name="partner" form={consentForm} values={values} t={t} locale={locale} />
        <div className="field row">
          <Button>{t('consents.new.next')}</Button>
          <ButtonLink calm href={`/cases/${code}/consents`}>
            {t('forms.back')}
          </ButtonLink>
        </div>
      </GetForm>
    </>
  )
}
