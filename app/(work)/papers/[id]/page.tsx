import { Sheet } from '@/app/_frame/sheet'
import { WorkPage } from '@/app/_frame/work-page'
import { moment } from '@/lib/base/i18n/dates'
import { openPaper } from '@/lib/desks/case-file/open-paper'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { DataPaper } from './data-paper'
import { SlipPaper } from './slip-paper'
import { SummaryPaper } from './summary-paper'

/**
 * A paper to print, or words to say where carrying it is not safe. Its address bears no code: browsers print the address
 * in the margin.
 */
export default async function PaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'paper.open', roles: caseRoles }, (reading) => openPaper(reading, id))
  const { t, locale, view } = page
  const { paper } = view
  const aloud = paper.carry === 'NOT_SAFE'
  return (
    <WorkPage page={page} title={t(`papers.kind.${paper.kind}`)} under="/cases">
      <Sheet name="paper" />
      <div className="noprint narrow">
        <h1>{t(aloud ? 'papers.open.aloud-title' : `papers.kind.${paper.kind}`)}</h1>
        <p className="lead">{t(aloud ? 'papers.open.aloud' : 'papers.open.print')}</p>
        <p className="meta">
          {t('papers.open.made', { by: paper.by, at: moment(locale, new Date(paper.at)) })}{' '}
          <a href={`/cases/${paper.code}/papers`}>{t('papers.open.back')}</a>
        </p>
      </div>
      {paper.kind === 'SUMMARY' && <SummaryPaper view={view} page={page} />}
      {paper.kind === 'MY_DATA' && <DataPaper view={view} aloud={aloud} />}
      {paper.kind === 'APPOINTMENT' && <SlipPaper paper={paper} aloud={aloud} />}
    </WorkPage>
  )
}
