import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { restrictForm } from '@/lib/casework/cases/form'
import { prepareRestriction } from '@/lib/desks/case-file/prepare-restriction'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Names } from '../names'
import { OfferEnds } from '../offer-ends'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** One page: who keeps the case, why, and what follows, said before the press. */
export default async function RestrictPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.restrict', roles: caseRoles }, (reading) =>
    prepareRestriction(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, supervisors } = view
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
        <OfferEnds head={head} page={page} />
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
            options={supervisors.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          />
          <FormField name="restrictReason" {...form} />
          <Follows view={view} page={page} />
          <div className="field row">
            <Button icon="lock">{t('cases.restrict.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}

type View = { team: string[]; referrals: number }

/** What becomes of everything that hangs on the case, in words. */
function Follows({ view: { team, referrals }, page: { t } }: { view: View; page: Pick<Page<View>, 't'> }) {
  const facts = [
    { term: t('cases.restrict.keep'), value: <Names names={team} /> },
    { term: t('cases.restrict.search'), value: t('cases.restrict.search.is') },
    { term: t('cases.restrict.work'), value: t('cases.restrict.work.is') },
    { term: t('cases.restrict.referrals'), value: t('cases.restrict.referrals.is', { count: referrals }) },
    { term: t('cases.restrict.statistics'), value: t('cases.restrict.statistics.is') },
    { term: t('cases.restrict.undo'), value: t('cases.restrict.undo.is') },
  ]
  return (
    <section className="field">
      <h3>{t('cases.restrict.follows')}</h3>
      <Facts facts={facts} />
    </section>
  )
}
