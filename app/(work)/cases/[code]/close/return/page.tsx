import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { whyForm } from '@/lib/casework/endings/return-closure'
import { prepareMove } from '@/lib/desks/case-file/prepare-closing'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Not yet: what is still to do, in words that the team reads. */
export default async function ReturnClosurePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.return-closure', roles: ['SUPERVISOR'] }, (reading) =>
    prepareMove(reading, code, { move: 'return-closure', query }),
  )
  const { t, locale, view } = page
  const wanted = isWithdrawn(view.head.reach.record)
  return (
    <CaseFrame keeps head={view.head} page={page} title={t('cases.return.title')}>
      <Narrow>
        <DraftNotice form={whyForm} draft={view.draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.return.title')}</h2>
          <p className="lead">{t(wanted ? 'cases.return.agreed' : 'cases.return.lead')}</p>
        </div>
        <PostForm
          main
          action={`/api/v1/cases/${code}/return-closure`}
          fields={hidden(view.head.reach.record.version)}
        >
          {!wanted && <FormFields form={whyForm} draft={view.draft} t={t} locale={locale} />}
          <div className="field row">
            <Button>{t('cases.return.button')}</Button>
            <ButtonLink calm href={`/cases/${code}/close`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
