import { ClockView } from '@/app/_frame/clock-view'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import type { Waiting } from '@/lib/casework/notes/openings'
import { viewOpenings } from '@/lib/desks/work/view-openings'
import { between } from '@/lib/engines/clocks/between'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'

type Framed = Omit<Page<unknown>, 'view'>

/** Where a second person says that sealed notes are opened to a colleague, or not. They read nothing by it. */
export default async function OpeningsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'note.openings', roles: caseRoles }, viewOpenings)
  const { t, view } = page
  const done = `notes.done.${one(query, 'done')}`
  return (
    <WorkPage page={page} title={t('notes.openings.title')} under="/work">
      <Narrow>
        <div>
          <h1>{t('notes.openings.title')}</h1>
          <p className="lead">{t('notes.openings.lead')}</p>
        </div>
        {isMessageKey(done) && (
          <Note tone="good" icon="ok" live>
            {t(done)}
          </Note>
        )}
        {view.rows.length === 0 ? (
          <Empty title={t('notes.openings.empty')}>{t('notes.openings.empty-more')}</Empty>
        ) : (
          view.rows.map((row) => <Opening key={row.id} row={row} page={page} />)
        )}
      </Narrow>
    </WorkPage>
  )
}

function Opening({ row, page: { t, locale, actor } }: { row: Waiting; page: Framed }) {
  const role = wordingOf(t, `session.role.${row.compartment}`, row.compartment)
  const facts = [
    {
      term: t('notes.openings.case'),
      value: row.code ? <a href={`/cases/${row.code}`}>{row.code}</a> : t('notes.openings.out-of-reach'),
    },
    { term: t('notes.openings.office'), value: row.office },
    { term: t('notes.openings.to'), value: <bdi>{row.to}</bdi> },
    {
      term: t('notes.openings.by'),
      value: (
        <>
          <bdi>{row.by}</bdi>, {moment(locale, new Date(row.at))}
        </>
      ),
    },
    {
      term: t('notes.openings.due'),
      value: (
        <ClockView
          clock={between('task', { since: new Date(row.at), due: new Date(row.dueAt) }, actor.now)}
          t={t}
        />
      ),
    },
    { term: t('notes.openings.ends'), value: moment(locale, new Date(row.endsAt)) },
    { term: t('notes.openings.why'), value: label('key_opening_reason', row.reason, locale) },
  ]
  return (
    <Section title={t('notes.openings.one', { role })}>
      <Facts facts={facts} />
      <PostForm action={`/api/v1/openings/${row.id}`} fields={hidden()}>
        <div className="row">
          <Button name="opening" value="OPENED">
            {t('notes.openings.open')}
          </Button>
          <Button calm name="opening" value="REFUSED">
            {t('notes.openings.refuse')}
          </Button>
        </div>
      </PostForm>
    </Section>
  )
}
