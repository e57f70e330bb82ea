import { FormField } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { GetForm, PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { askedOnlyByPerson, isServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { serviceForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareService } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { serviceGroups } from '../../service-groups'
import { WizardPage } from '../../wizard-page'
import { PartnerChoice } from './partner-choice'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 2: the need, then who can meet it. */
export default async function ServicePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.edit-service', roles: caseworkerRoles }, (reading) =>
    prepareService(reading, where, query),
  )
  const { t, locale, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  const values = {
    priority: view.chosen ? view.priority : undefined,
    reasonText: view.words.reasonText,
    meetingPlace: view.words.meetingPlace,
    askedByPerson: view.words.askedByPerson ? 'on' : undefined,
  }
  const field = (name: string) => (
    <FormField name={name} form={serviceForm} values={values} draft={view.draft} t={t} locale={locale} />
  )
  const nobody = view.entries.every((entry) => !entry.choosable)
  const towards = { service: view.looking, partner: view.partner, chosen: true }
  return (
    <WizardPage
      page={page}
      base={base}
      entries={view.entries}
      code={view.code}
      step="service"
      form={serviceForm}
      draft={view.draft}
      towards={view.chosen ? towards : undefined}
    >
      <Narrow>
        <GetForm action={`${base}/service`} layout="row" label={t('referrals.service.label')}>
          <SelectField
            name="service"
            id="f-need"
            label={t('referrals.service.label')}
            value={view.looking}
            options={serviceGroups(view.offers, page)}
          />
          <Button calm>{t('referrals.service.look')}</Button>
        </GetForm>
        <PostForm
          main
          action={`/api/v1${base}/service`}
          fields={{ ...hiddenEdit(view.version, view.shown, view.draft), service: view.looking }}
        >
          {nobody && (
            <Note tone="soon" icon="warn">
              {t('referrals.entry.nobody')}
            </Note>
          )}
          <PartnerChoice page={page} view={view} chosen={one(query, 'entry')} />
          {field('priority')}
          {field('reasonText')}
          {field('meetingPlace')}
          {isServiceCode(view.looking) && askedOnlyByPerson(view.looking) && field('askedByPerson')}
          <div className="field row">
            <Button>{t('forms.continue')}</Button>
            <ButtonLink calm href={`${base}/consent`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WizardPage>
  )
}
