import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Timeline } from '@/app/_ui/timeline'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function NotesPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'note.list', roles: caseRoles }, (reading) =>
    viewNotes(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, notes } = view
  const add = head.may.write && (
    <ButtonLink small href={`/cases/${code}/notes/new`}>
      {t('notes.new.title')}
    </ButtonLink>
  )
  const moments = notes.shown.map((note) => {
    const sealed = note.compartment !== 'TEAM'
    const title = sealed ? wordingOf(t, `notes.sealed.${note.compartment}`, t('notes.one')) : t('notes.one')
    const readers = t(sealed ? 'notes.list.discipline' : 'notes.list.team')
    return {
      key: note.id,
      title,
      meta: `${moment(locale, note.at)} · ${note.writer} · ${readers}`,
      body: note.text.split('\n').map((line, index) => <p key={index}>{line}</p>),
    }
  })
  return (
    <CaseFrame head={head} page={page} part="notes" title={t('notes.title')}>
      <SubHead title={t('notes.title')} actions={add} />
      {moments.length === 0 && !one(query, 'after') ? (
        <Empty title={t('notes.list.empty')}>{t('notes.list.empty-more')}</Empty>
      ) : (
        <Timeline moments={moments} />
      )}
      {notes.next && (
        <p>
          <a href={`/cases/${code}/notes?after=${notes.next}`}>{t('cases.list.next')}</a>
        </p>
      )}
    </CaseFrame>
  )
}
