import { DraftNotice, errorText } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/codes/codes'
import { reassignForm } from '@/lib/queue/form'
import { prepareDecision } from '@/lib/queue/prepare-decision'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReassignPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.reassign', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'reassign', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <WorkPage page={page} title={`${t('queue.reassign.title')} – ${view.caseCode}`} under="/queue">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/queue?item=${id}`, label: view.caseCode }]}
          here={here}
        />
        <DraftNotice form={reassignForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('queue.reassign.title')}</h1>
          <p className="lead">{t('queue.reassign.lead', { partner })}</p>
        </div>
        <PostForm action={`/api/v1/referrals/${id}/reassign`} fields={hidden(view.version)}>
          <RadioGroup
            name="supervisor"
            label={t('queue.supervisor.label')}
            one
            value={draft?.values.supervisor?.toString()}
            error={draft?.errors.supervisor && errorText(t, 'queue', 'supervisor', draft.errors.supervisor)}
            options={view.supervisors.map((person) => ({
              value: person.id,
              label: <bdi>{person.name}</bdi>,
            }))}
          />
          <div className="field row">
            <Button>{t('queue.reassign.button')}</Button>
            <ButtonLink calm href={`/queue?item=${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
