import { Facts } from '@/app/_ui/facts'
import { Section } from '@/app/_ui/layout'
import { viewPerson } from '@/lib/desks/case-file/view-person'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'
import { personFacts } from './person-facts'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function PersonPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.person', roles: caseRoles }, (reading) => viewPerson(reading, code))
  const { t, view } = page
  const { head, links } = view
  return (
    <CaseFrame head={head} page={page} part="person" title={t('cases.part.person')}>
      <Arrived word={query.done?.toString()} head={head} page={page} />
      {personFacts(head, page).map(({ name, facts }) => (
        <Section key={name} title={t(`cases.register.${name}`)} tight>
          <Facts
            facts={facts.map((fact) => ({
              ...fact,
              change: head.may.write
                ? { href: `/cases/${code}/register/${name}`, label: t('forms.change'), about: fact.term }
                : undefined,
            }))}
          />
          <p className="meta">
            <a href={`/cases/${code}/history?of=${name}`}>
              {t('past.title')}
              <span className="vh"> {t(`cases.register.${name}`)}</span>
            </a>
          </p>
        </Section>
      ))}
      <p>
        <a href={`/cases/${code}/history`}>{t('past.title')}</a>
        <br />
        <a href={`/cases/${code}/same`}>{t('same.title')}</a>
      </p>
      {links.length > 0 && (
        <Section title={t('cases.same-household')} tight>
          <ul className="ticks">
            {links.map((link) => (
              <li key={link.code}>
                <a href={`/cases/${link.code}`}>{link.code}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </CaseFrame>
  )
}
