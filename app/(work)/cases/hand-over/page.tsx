import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { handOverForm } from '@/lib/casework/cases/hand-over'
import { prepareHandOver } from '@/lib/desks/staff/prepare-hand-over'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { Came } from './came'
import { choiceOf } from './choice-of'
import { GivenTable } from './given-table'
import { LoadTable } from './load-table'

/** Of the teams a leaver is still on; the next ones stand here once these are done. */
const ALSO_SHOWN = 8

export default async function HandOverPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.hand-over', roles: ['SUPERVISOR'] }, (reading) =>
    prepareHandOver(reading, query),
  )
  const { t, locale, view } = page
  const { rows, leaving, draft, done, further, stuck } = view
  const title = leaving ? t('staff.hand.of', { name: leaving.name }) : t('staff.hand.title')
  const choice = choiceOf(view)
  return (
    <WorkPage keeps page={page} title={t('staff.hand.title')} under="/staff">
      <Head title={title} meta={rows.length > 0 ? t('staff.hand.lead', { count: rows.length }) : undefined} />
      <Came view={view} page={page} />
      <DraftNotice form={handOverForm} draft={draft} t={t} locale={locale} />
      {rows.length === 0 && done ? null : rows.length === 0 ? (
        <Empty
          title={t('staff.hand.none-title')}
          actions={<ButtonLink href="/cases">{t('staff.hand.list')}</ButtonLink>}
        >
          {t('staff.hand.none')}
        </Empty>
      ) : (
        <>
          <p className="meta">
            {t('staff.hand.what')} {leaving && t('staff.hand.apart')}
          </p>
          {further && <Note tone="soon">{t('staff.hand.further', { count: rows.length })}</Note>}
          {stuck > 0 && <Note tone="soon">{t('staff.hand.stuck', { count: stuck })}</Note>}
          <LoadTable view={view} choice={choice} page={page} />
          <PostForm main action="/api/v1/cases/hand-over" fields={hidden()}>
            <GivenTable view={view} choice={choice} page={page} />
            <p className="row">
              <Button>{t('staff.hand.button')}</Button>
              <ButtonLink calm href={leaving ? `/staff/${leaving.id}` : '/cases'}>
                {t('forms.back')}
              </ButtonLink>
            </p>
          </PostForm>
        </>
      )}
      {leaving && view.also.length > 0 && (
        <Note tone="soon">
          {t('staff.hand.also', { name: leaving.name, count: view.also.length })}{' '}
          {view.also.slice(0, ALSO_SHOWN).map((code) => (
            <span key={code}>
              <a href={`/cases/${code}`}>{code}</a>{' '}
            </span>
          ))}
          {view.also.length > ALSO_SHOWN && '…'}
        </Note>
      )}
      <p>
        <a href="/staff">{t('staff.hand.back')}</a>
      </p>
    </WorkPage>
  )
}
