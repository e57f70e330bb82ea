import { ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { viewCaseHead } from '@/lib/desks/case-file/head'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

/** A page of its own, so that every showing of a name is one line of the log. */
export default async function NamePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = await read({ action: 'case.show-name', roles: caseRoles }, (reading) =>
    viewCaseHead(reading, code),
  )
  const { t, view: head } = page
  const { identity } = head.person
  const fact = (term: string, value: string) => ({
    term,
    value: <bdi>{value || t('cases.name.unknown')}</bdi>,
  })
  return (
    <CaseFrame head={head} page={page} title={t('cases.name.title')}>
      <Narrow>
        <h2>{t('cases.name.title')}</h2>
        <Facts
          facts={[
            fact(t('cases.name.given'), identity.given),
            fact(t('cases.name.family'), identity.family),
            ...(identity.alias ? [fact(t('cases.name.alias'), identity.alias)] : []),
          ]}
        />
        <Note icon="lock">{t('cases.name.logged')}</Note>
        <p>
          <ButtonLink calm icon="hide" href={`/cases/${code}`}>
            {t('cases.name.hide')}
          </ButtonLink>
        </p>
      </Narrow>
    </CaseFrame>
  )
}
