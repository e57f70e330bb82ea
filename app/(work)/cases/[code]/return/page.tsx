import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { SubHead } from '@/app/_ui/head'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Path } from '@/lib/casework/reintegration/queries'
import { whereNow } from '@/lib/casework/reintegration/steps'
import { type ReturnPage, viewReturn } from '@/lib/desks/case-file/view-return'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'
import { Follow } from './follow'
import { GrantPart } from './grant-part'
import { Journey } from './journey'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }
export type Shown = Page<ReturnPage>

/** The path of a case: the way, the journey, grants with what was handed over, and visits. */
export default async function ReturnPathPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.view', roles: caseRoles }, (reading) => viewReturn(reading, code))
  const { t, view } = page
  const { head, path, grants, may } = view
  return (
    <CaseFrame head={head} page={page} part="return" title={t('reintegration.title')}>
      <Arrived word={query.done?.toString()} head={head} page={page} />
      {path ? (
        <>
          <Way path={path} page={page} />
          {path.kind === 'TO_RETURN' && <Journey page={page} />}
          <Follow page={page} />
          {grants.map((grant, index) => (
            <GrantPart key={grant.id} grant={grant} place={index + 1} page={page} />
          ))}
          {may.plan && !grants.some(({ state }) => ['DRAFT', 'RETURNED'].includes(state)) && (
            <p>
              <ButtonLink href={`/cases/${code}/return/grant`}>{t('reintegration.grant.title')}</ButtonLink>
            </p>
          )}
        </>
      ) : (
        <>
          <SubHead
            title={t('reintegration.title')}
            actions={
              may.open && (
                <ButtonLink href={`/cases/${code}/return/open`}>{t('reintegration.open.title')}</ButtonLink>
              )
            }
          />
          <Empty title={t('reintegration.none.title')}>
            {view.calls
              ? t('reintegration.none.calls', {
                  concern: label('protection_concern', view.calls, page.locale),
                })
              : t('reintegration.none.lead')}
          </Empty>
        </>
      )}
    </CaseFrame>
  )
}

/** Where somebody came through and where they go. */
function Way({ path, page }: { path: Path; page: Shown }) {
  const { t, locale, view } = page
  const country = (code: string) => label('return_country', code, locale)
  const because =
    path.because === 'BY_HAND'
      ? t('reintegration.because.BY_HAND')
      : label('protection_concern', path.because, locale)
  const facts: [string, string | null][] = [
    [t('reintegration.where'), t(`reintegration.where.${whereNow(path, view.plan)}`)],
    [t('reintegration.originCountry.label'), country(path.originCountry)],
    [t('reintegration.transit'), path.transit.map(country).join(', ')],
    [t('reintegration.returnCountry.label'), country(path.returnCountry)],
    [t('reintegration.departsOn.label'), path.departsOn && day(locale, path.departsOn)],
    [t('reintegration.arrivedOn.label'), path.arrivedOn && day(locale, path.arrivedOn)],
    [t('reintegration.needs.label'), path.needs.map((code) => label('return_need', code, locale)).join(', ')],
    [t('reintegration.because.label'), because],
  ]
  const change = view.may.work && (
    <ButtonLink calm small href={`/cases/${view.head.reach.record.code}/return/edit`}>
      {t('reintegration.edit.title')}
    </ButtonLink>
  )
  return (
    <section>
      <SubHead title={t('reintegration.way')} actions={change} />
      <Facts facts={facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))} />
    </section>
  )
}
