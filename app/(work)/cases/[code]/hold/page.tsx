import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { holdForm } from '@/lib/casework/cases/hold-case'
import { prepareMove } from '@/lib/desks/case-file/prepare-closing'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { OfferEnds } from '../offer-ends'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Why the case waits, and when somebody looks again. */
export default async function HoldCasePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.hold', roles: caseworkerRoles }, (reading) =>
    prepareMove(reading, code, { move: 'hold', query }),
  )
  const { t, locale, view } = page
  return (
    <CaseFrame keeps head={view.head} page={page} title={t('cases.hold.title')}>
      <Narrow>
        <DraftNotice form={holdForm} draft={view.draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.hold.title')}</h2>
          <p className="lead">{t('cases.hold.lead')}</p>
        </div>
        <OfferEnds head={view.head} page={page} />
        <PostForm main action={`/api/v1/cases/${code}/hold`} fields={hidden(view.head.reach.record.version)}>
          <FormFields form={holdForm} draft={view.draft} t={t} locale={locale} />
          <div className="field row">
            <Button>{t('cases.hold.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
