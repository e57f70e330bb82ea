import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/codes/codes'
import { reviewForm } from '@/lib/queue/form'
import { prepareDecision } from '@/lib/queue/prepare-decision'
import type { Query } from '@/lib/read/query'
import { read } from '@/lib/read/read'
import { REVIEW_VERDICTS } from '@/lib/referrals/reasons'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.review', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'review', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <WorkPage page={page} title={`${t('queue.review.title')} – ${view.caseCode}`} under="/queue">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/queue?item=${id}`, label: view.caseCode }]}
          here={here}
        />
        <DraftNotice form={reviewForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('queue.review.title')}</h1>
          <p className="lead">{t('queue.review.lead', { partner })}</p>
        </div>
        <PostForm action={`/api/v1/referrals/${id}/review`} fields={hidden(view.version)}>
          <RadioGroup
            name="verdict"
            label={t('queue.verdict.label')}
            one
            value={draft?.values.verdict?.toString()}
            error={draft?.errors.verdict && t('queue.verdict.required')}
            options={REVIEW_VERDICTS.map((value) => ({ value, label: t(`queue.verdict.${value}`) }))}
          />
          <div className="field row">
            <Button>{t('queue.review.button')}</Button>
            <ButtonLink calm href={`/queue?item=${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
