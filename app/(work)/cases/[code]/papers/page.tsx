import { SubHead } from '@/app/_ui/head'
import { Narrow, Section } from '@/app/_ui/layout'
import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { PAPER_KINDS, type PaperKind } from '@/lib/casework/papers/kinds'
import type { PaperLine } from '@/lib/casework/papers/queries'
import { viewPapers } from '@/lib/desks/case-file/prepare-paper'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'

const ADDRESS: Record<PaperKind, string> = {
  SUMMARY: 'summary',
  PLAN: 'plan',
  MY_DATA: 'my-data',
  APPOINTMENT: 'appointment',
}

/** What can be printed of the case, and what was, by whom and when. */
export default async function PapersPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = await read({ action: 'paper.list', roles: caseRoles }, (reading) => viewPapers(reading, code))
  const { t, view } = page
  return (
    <CaseFrame head={view.head} page={page} part="papers" title={t('papers.title')}>
      <Narrow>
        <SubHead title={t('papers.title')} />
        <p className="lead">{t('papers.lead')}</p>
        <ul className="ticks">
          {PAPER_KINDS.map((kind) => (
            <li key={kind}>
              <span>
                {view.mayPrint ? (
                  <a href={`/cases/${code}/papers/${ADDRESS[kind]}`}>{t(`papers.kind.${kind}`)}</a>
                ) : (
                  t(`papers.kind.${kind}`)
                )}
                <br />
                <small>{t(`papers.kind.${kind}.what`)}</small>
              </span>
            </li>
          ))}
        </ul>
        <Section title={t('papers.printed.title')} tight>
          {view.printed.length === 0 ? (
            <p className="meta">{t('papers.printed.none')}</p>
          ) : (
            <ul className="ticks">
              {view.printed.map((one) => (
                <Line key={one.id} one={one} page={page} />
              ))}
            </ul>
          )}
        </Section>
      </Narrow>
    </CaseFrame>
  )
}

/** One paper: which, when, by whom, and what of it is not as usual. */
function Line({ one, page: { t, locale } }: { one: PaperLine; page: Framed }) {
  const parts = one.parts.flatMap((part) => {
    const key = `papers.printed.${part}`
    return isMessageKey(key) ? [t(key)] : []
  })
  const more = [
    one.carry === 'NOT_SAFE' && t('papers.printed.aloud'),
    ...parts,
    !one.opens && t('papers.printed.sealed'),
  ].filter(Boolean)
  return (
    <li>
      <span>
        {one.opens ? (
          <a href={`/papers/${one.id}`}>{t(`papers.kind.${one.kind}`)}</a>
        ) : (
          t(`papers.kind.${one.kind}`)
        )}{' '}
        <small>
          {moment(locale, new Date(one.at))}, <bdi>{one.by}</bdi>
          {more.length > 0 && ` · ${more.join(' · ')}`}
        </small>
      </span>
    </li>
  )
}
