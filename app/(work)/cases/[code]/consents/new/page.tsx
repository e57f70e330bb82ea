import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { Columns, Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { consentForm } from '@/lib/casework/consents/form'
import { birthOf } from '@/lib/casework/people/birth'
import { prepareConsent } from '@/lib/desks/case-file/view-consents'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AnswerFields } from '../../answer-fields'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function NewConsentPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'consent.prepare', roles: caseworkerRoles }, (reading) =>
    prepareConsent(reading, code, query),
  )
  const { t, locale, view, actor } = page
  const { draft, head, renewed } = view
  const values = draft?.values ?? renewed?.values
  const preset = view.purpose ? { purpose: view.purpose } : undefined
  const form = { form: consentForm, draft, values: renewed?.values ?? preset, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  return (
    <CaseFrame keeps head={head} page={page} title={t('consents.new.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('consents.new.title')}</h2>
          <p className="lead">{t('consents.new.lead')}</p>
        </div>
        <PostForm main action={`/api/v1/cases/${code}/consents`} fields={hidden(head.reach.record.version)}>
          {renewed && !draft && (
            <Note>
              {t('consents.new.renew', {
                partner: partnerName(renewed.values.partner, locale),
                service: label('service_type', renewed.values.service, locale),
                until: renewed.until ? day(locale, renewed.until) : '–',
              })}
            </Note>
          )}
          {field('purpose')}
          <Details
            summary={t('consents.new.recipient')}
            open={Boolean(values?.partner || draft?.errors.partner)}
          >
            <Columns>
              {field('partner')}
              {field('service')}
            </Columns>
            <CheckboxGroup
              name="facts"
              label={t('consents.facts.label')}
              hint={t('consents.facts.hint')}
              error={draft?.errors.facts && errorText(t, 'consents', 'facts', draft.errors.facts)}
              values={[values?.facts ?? []].flat()}
              options={FACT_KEYS.map((value) => ({ value, label: t(`referrals.fact.${value}`) }))}
            />
          </Details>
          <blockquote className="box ground prose">
            <p>{t('consents.aloud.OTHER')}</p>
          </blockquote>
          <AnswerFields
            draft={draft}
            child={isChild(birthOf(head.person), isoDayOf(actor.now))}
            values={head.consents.find(({ purpose }) => purpose === 'CASE_MGMT')?.situation}
            page={page}
          />
          {field('keepRunning')}
          {field('note')}
          <div className="field row">
            <Button>{t('consents.new.button')}</Button>
            <ButtonLink calm href={`/cases/${code}/consents`}>
              {t('forms.cancel')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
