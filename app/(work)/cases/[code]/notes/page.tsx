import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Timeline } from '@/app/_ui/timeline'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { AskedOpenings, ClosedToMe, DangerFlags, ExpiredOpenings } from './above-notes'
import { BesideNotes } from './beside-notes'
import { noteMoment } from './note-moment'
import { ReaderChips } from './reader-chips'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The notes that this reader may open, newest first, with what they were before; beside them who reads what. */
export default async function NotesPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'note.list', roles: caseRoles }, (reading) =>
    viewNotes(reading, code, query),
  )
  const { t, view } = page
  const { head, notes, around, readers } = view
  const done = `notes.done.${one(query, 'done')}`
  const after = one(query, 'after')
  const here = `/cases/${code}/notes`
  const kept = readers ? `readers=${readers}&` : ''
  const add = head.may.write && (
    <ButtonLink small href={`${here}/new`}>
      {t('notes.new.title')}
    </ButtonLink>
  )
  return (
    <CaseFrame head={head} page={page} part="notes" title={t('notes.title')}>
      {isMessageKey(done) && (
        <Note tone="good" icon="ok" live>
          {t(done)}
        </Note>
      )}
      <Split asideLabel={t('notes.around')} aside={<BesideNotes view={view} page={page} />}>
        <SubHead title={t('notes.title')} actions={add} />
        <DangerFlags around={around} code={code} page={page} />
        <AskedOpenings around={around} page={page} />
        <ExpiredOpenings around={around} code={code} page={page} />
        <ClosedToMe around={around} page={page} />
        <ReaderChips counts={around.counts} readers={readers} here={here} page={page} />
        {notes.shown.length === 0 && !after ? (
          <Empty title={t('notes.list.empty')}>{t('notes.list.empty-more')}</Empty>
        ) : (
          <Timeline moments={notes.shown.map((note) => noteMoment(note, { head, page }))} />
        )}
        {(after || notes.next) && (
          <p className="row">
            {after && <a href={readers ? `${here}?readers=${readers}` : here}>{t('notes.list.first')}</a>}
            {notes.next && <a href={`${here}?${kept}after=${notes.next}`}>{t('notes.list.older')}</a>}
          </p>
        )}
        {notes.shown.length > 0 && <p className="meta">{t('notes.list.kept')}</p>}
      </Split>
    </CaseFrame>
  )
}
