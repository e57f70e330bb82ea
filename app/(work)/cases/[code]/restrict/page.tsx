import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { errorText } from '@/lib/base/i18n/problem-words'
import { restrictForm } from '@/lib/casework/cases/form'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { prepareLead } from '@/lib/desks/case-file/prepare-lead'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function RestrictPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.restrict', roles: caseRoles }, (reading) =>
    prepareLead(reading, code, { form: 'case.restrict', query }),
  )
  const { t, locale, view } = page
  const { head, draft, staff } = view
  const self = page.actor.role === 'SUPERVISOR'
  const form = { form: restrictForm, draft, t, locale }
  return (
    <CaseFrame keeps head={head} page={page} title={t('cases.restrict.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('cases.restrict.title')}</h2>
          <p className="lead">{t('cases.restrict.lead')}</p>
        </div>
        <Note tone="soon" icon="lock">
          {t('cases.restrict.warning')}
        </Note>
        <PostForm main action={`/api/v1/cases/${code}/restrict`} fields={hidden(head.reach.record.version)}>
          <CheckboxGroup
            name="supervisors"
            label={t('cases.supervisors.label')}
            hint={t(self ? 'cases.supervisors.hint-self' : 'cases.supervisors.hint')}
            one
            values={[draft?.values.supervisors ?? (self ? page.actor.userId : [])].flat()}
            error={
              draft?.errors.supervisors && errorText(t, 'cases', 'supervisors', draft.errors.supervisors)
            }
            options={newcomers(staff, ['SUPERVISOR']).map(({ id, name }) => ({
              value: id,
              label: <bdi>{name}</bdi>,
            }))}
          />
          <FormField name="restrictReason" {...form} />
          <FormField name="understood" {...form} />
          <div className="field row">
            <Button icon="lock">{t('cases.restrict.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.cancel')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
