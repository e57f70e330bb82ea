import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Columns, Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, offered, unitOf } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { assistanceForm } from '@/lib/casework/assistance/form'
import { prepareAssistance } from '@/lib/desks/case-file/view-assistance'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Services by heading, each with the unit it is counted in. */
const services = (locale: string) =>
  offered('service_type')
    .filter(({ parent }) => !parent)
    .map(({ code }) => ({
      label: label('service_type', code, locale),
      options: offered('service_type', code).map((entry) => ({
        value: entry.code,
        label: `${label('service_type', entry.code, locale)} (${label('unit', unitOf(entry.code) ?? '', locale)})`,
      })),
    }))

export default async function NewAssistancePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAssistance(reading, code, query),
  )
  const { t, locale, view, actor } = page
  const { head, copied, draft } = view
  const values = {
    givenOn: dayText(isoDayOf(actor.now)),
    quantity: copied && String(copied.quantity),
    donor: copied?.donor,
  }
  const form = { form: assistanceForm, draft, values, t, locale }
  const asked = draft?.errors.quantity === 'unusual' || draft?.values.sure === 'on'
  const field = (name: string) => <FormField name={name} {...form} />
  return (
    <CaseFrame keeps head={head} page={page} title={t('assistance.new.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('assistance.new.title')}</h2>
          <p className="lead">{t('assistance.new.lead')}</p>
        </div>
        {copied && !draft && <Note>{t('assistance.new.copied')}</Note>}
        <PostForm main action={`/api/v1/cases/${code}/assistance`} fields={hidden()}>
          <SelectField
            name="service"
            label={t('assistance.service.label')}
            hint={t('assistance.service.hint')}
            blank={t('forms.choose')}
            value={draft ? draft.values.service?.toString() : copied?.service}
            error={draft?.errors.service && errorText(t, 'assistance', 'service', draft.errors.service)}
            options={services(locale)}
          />
          <Columns>
            {field('quantity')}
            {field('givenOn')}
          </Columns>
          {asked && field('sure')}
          {field('donor')}
          <div className="field row">
            <Button>{t('assistance.new.button')}</Button>
            <ButtonLink calm href={`/cases/${code}/assistance`}>
              {t('forms.cancel')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
