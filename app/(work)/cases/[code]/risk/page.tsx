import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { returnRatingForm } from '@/lib/casework/cases/return-rating'
import { prepareRating } from '@/lib/desks/case-file/prepare-rating'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Lowered } from '../lowered'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A risk rated lower than proposed goes back to whoever leads the case, with why. */
export default async function ReturnRatingPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.return-rating', roles: ['SUPERVISOR'] }, (reading) =>
    prepareRating(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft } = view
  const form = { form: returnRatingForm, draft, t, locale }
  const restricted = head.reach.record.sensitivity === 'S4'
  return (
    <CaseFrame keeps head={head} page={page} title={t('cases.return-rating.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('cases.return-rating.title')}</h2>
          <p className="lead">{t('cases.return-rating.lead', { lead: head.lead })}</p>
        </div>
        {head.rating && <Lowered rating={head.rating} restricted={restricted} page={page} />}
        <PostForm main action={`/api/v1/cases/${code}/return-rating`} fields={hidden()}>
          <FormField name="rateAgainFor" {...form} />
          <div className="field row">
            <Button>{t('cases.return-rating.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
