import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/codes/codes'
import { returnForm } from '@/lib/queue/form'
import { prepareDecision } from '@/lib/queue/prepare-decision'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'
import { RETURN_REASONS } from '@/lib/referrals/reasons'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReturnPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.return', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'return', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <WorkPage page={page} title={`${t('queue.return.title')} – ${view.caseCode}`} under="/queue">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/queue?item=${id}`, label: view.caseCode }]}
          here={here}
        />
        <DraftNotice form={returnForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('queue.return.title')}</h1>
          <p className="lead">{t('queue.return.lead', { partner })}</p>
        </div>
        <PostForm action={`/api/v1/referrals/${id}/return`} fields={hidden(view.version)}>
          <RadioGroup
            name="reason"
            label={t('queue.reason.label')}
            value={draft?.values.reason?.toString()}
            error={draft?.errors.reason && t('queue.reason.required')}
            options={RETURN_REASONS.map((value) => ({ value, label: t(`referrals.reason.return.${value}`) }))}
          />
          <div className="field row">
            <Button>{t('queue.return.button')}</Button>
            <ButtonLink calm href={`/queue?item=${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
