import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { doForm } from '@/lib/casework/plans/form'
import { actionName } from '@/lib/desks/case-file/plan-words'
import { prepareAction } from '@/lib/desks/case-file/view-plan'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../../case-frame'
import { actionFacts } from './action-facts'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** One action: what it is for, who does it, why then; and what can be said of it. */
export default async function ActionPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'plan.view', roles: caseRoles }, (reading) =>
    prepareAction(reading, { code, id, query }),
  )
  const { t, locale, view } = page
  const { head, draft, goal, action, mayGoOn } = view
  const open = mayGoOn && action.state === 'OPEN'
  const path = `/cases/${code}/plan`
  return (
    <CaseFrame keeps={open} head={head} page={page} title={t('plans.one.title')}>
      <Narrow>
        <DraftNotice form={doForm} draft={draft} t={t} locale={locale} />
        <h2>
          <bdi>{actionName(action, locale)}</bdi>
        </h2>
        <Facts facts={actionFacts({ goal, action }, page)} box />
        {open && (
          <PostForm main action={`/api/v1${path}/done`} fields={{ ...hidden(), which: id }}>
            <FormField name="doneOn" form={doForm} draft={draft} t={t} locale={locale} />
            <div className="field row">
              <Button>{t('plans.one.do')}</Button>
              <ButtonLink calm href={`${path}/actions/${id}/date`}>
                {t('plans.date.title')}
              </ButtonLink>
              {action.owner === 'US' && (
                <ButtonLink calm href={`${path}/actions/${id}/hand-over`}>
                  {t('plans.hand.title')}
                </ButtonLink>
              )}
              <ButtonLink calm href={`${path}/actions/${id}/skip`}>
                {t('plans.skip.title')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
        <p>
          <a href={path}>{t('plans.title')}</a>
        </p>
      </Narrow>
    </CaseFrame>
  )
}
