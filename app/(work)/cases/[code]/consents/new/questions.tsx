import { FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { isoDayOf } from '@/lib/base/time/days'
import type { AnswerAbout } from '@/lib/casework/consents/about'
import { isChild } from '@/lib/casework/consents/asked'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { consentForm, OF_SERVICE } from '@/lib/casework/consents/form'
import { consentText } from '@/lib/casework/consents/read-aloud'
import { birthOf } from '@/lib/casework/people/birth'
import { servicesAsked } from '@/lib/casework/services/asked'
import { SUMMARY_FACTS } from '@/lib/casework/transfers/summary'
import { AnswerFields } from '../../answer-fields'
import type { Asking } from './page'

type Props = Asking & { about: AnswerAbout }

/** The questions of one purpose: where something leaves what and for which service, then the answer itself. */
export function Questions({ code, page, about: { purpose, partner } }: Props) {
  const { t, locale, view, actor } = page
  const { draft, head, renewed } = view
  const form = { form: consentForm, draft, values: renewed?.values, t, locale }
  const fields = { ...hidden(head.reach.record.version), purpose, partner: partner ?? undefined }
  return (
    <PostForm main action={`/api/v1/cases/${code}/consents`} fields={fields}>
      <Renewal page={page} />
      <p>
        <b>{t(`consents.purpose.${purpose}`)}</b>
        {partner && <> · {partnerName(partner, locale)}</>} ·{' '}
        <a href={`/cases/${code}/consents/new`}>{t('consents.new.other')}</a>
      </p>
      {partner && <Shared purpose={purpose} page={page} />}
      <blockquote className="box ground prose">
        <p>{aloud(purpose, partner, page)}</p>
      </blockquote>
      <AnswerFields
        draft={draft}
        child={isChild(birthOf(head.person), isoDayOf(actor.now))}
        values={head.consents.find((said) => said.purpose === 'CASE_MGMT')?.situation}
        page={page}
      />
      <FormField name="keepRunning" {...form} />
      <FormField name="note" {...form} />
      <div className="field row">
        <Button>{t('consents.new.button')}</Button>
        <ButtonLink calm href={`/cases/${code}/consents`}>
          {t('forms.back')}
        </ButtonLink>
      </div>
    </PostForm>
  )
}

/** What is read out: for a transfer the words of its own, with what is ticked above named as that. */
function aloud(purpose: string, partner: string | null, { t, locale, view, actor }: Props['page']): string {
  if (purpose !== 'TRANSFER') return t('consents.aloud.OTHER')
  const child = isChild(birthOf(view.head.person), isoDayOf(actor.now))
  return (consentText({ purpose, child }, locale) ?? '')
    .replace('{recipient}', partnerName(partner ?? '', locale))
    .replace('{facts}', t('transfers.aloud.facts'))
    .replace('{withheld}', t('transfers.aloud.withheld'))
}

/** When the answer that is asked for again ends, or that it has ended. */
function Renewal({ page: { t, locale, view, actor } }: Pick<Props, 'page'>) {
  const { renewed, draft } = view
  if (!renewed?.until || draft) return null
  const over = renewed.until < isoDayOf(actor.now)
  return (
    <Note>
      {t(over ? 'consents.new.renew-late' : 'consents.new.renew', {
        partner: partnerName(renewed.values.partner, locale),
        service: label('service_type', renewed.values.service, locale),
        until: day(locale, renewed.until),
      })}
    </Note>
  )
}

/** For which service of this organisation, and exactly which facts. A whole case goes for no service. */
function Shared({ purpose, page: { t, locale, view } }: Pick<Props, 'page'> & { purpose: string }) {
  const { draft, renewed, offered } = view
  const values = draft?.values ?? renewed?.values
  const service = {
    ...consentForm.fields.service,
    among: servicesAsked(offered, values?.service?.toString()),
  }
  const form = { noun: consentForm.noun, fields: { service } }
  return (
    <>
      {OF_SERVICE.includes(purpose) && (
        <FormField name="service" form={form} draft={draft} values={values} t={t} locale={locale} />
      )}
      <CheckboxGroup
        name="facts"
        label={t('consents.facts.label')}
        hint={t('consents.facts.hint')}
        error={draft?.errors.facts && errorText(t, 'consents', 'facts', draft.errors.facts)}
        values={[values?.facts ?? []].flat()}
        options={(OF_SERVICE.includes(purpose) ? FACT_KEYS : SUMMARY_FACTS).map((value) => ({
          value,
          label: t(`referrals.fact.${value}`),
        }))}
      />
    </>
  )
}
