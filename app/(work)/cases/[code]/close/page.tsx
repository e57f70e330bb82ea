import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Tick } from '@/app/_ui/choices'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { closeForm } from '@/lib/casework/endings/close-case'
import { type CloseView, prepareClose } from '@/lib/desks/case-file/prepare-closing'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { blockerHref, blockerName, blockerState } from '../blocker-words'
import { CaseFrame, type Framed } from '../case-frame'
import { keptWords } from '../kept-words'
import { WhatWasSaid } from './what-was-said'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A supervisor ends a file that somebody else asked to end: why, what was checked, what is left, how long it is kept. */
export default async function CloseCasePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.close', roles: ['SUPERVISOR'] }, (reading) =>
    prepareClose(reading, code, query),
  )
  const { t, locale, view } = page
  const { record } = view.head.reach
  const blocked = view.holding.length > 0 || view.wanted
  return (
    <CaseFrame head={view.head} page={page} title={t('cases.close.title')}>
      <Narrow>
        <DraftNotice form={closeForm} draft={view.draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.close.title')}</h2>
          <p className="lead">
            {isWithdrawn(record)
              ? t(view.wanted ? 'cases.close.wanted-again' : 'cases.close.withdrawn')
              : t('cases.close.lead', {
                  reason: record.closureReason ? label('closure_reason', record.closureReason, locale) : '–',
                })}
          </p>
        </div>
        {view.said && <WhatWasSaid criteria={view.criteria} said={view.said} code={code} page={page} />}
        {view.holding.length > 0 && <Holding view={view} page={page} />}
        <Dangers view={view} page={page} />
        {!view.wanted && (
          <Facts facts={[{ term: t('cases.kept.title'), value: keptWords(view.kept, page) }]} />
        )}
        {!blocked && (
          <PostForm action={`/api/v1/cases/${code}/close`} fields={hidden(record.version)}>
            {view.asksSeen && (
              <Tick
                name="seen"
                value="on"
                label={t('cases.seen.label')}
                error={view.draft?.errors.seen && t('cases.seen.required')}
              />
            )}
            <div className="field row">
              <Button>{t('cases.close.button')}</Button>
              {view.mayReturn && (
                <ButtonLink calm href={`/cases/${code}/close/return`}>
                  {t('cases.return.title')}
                </ButtonLink>
              )}
              <ButtonLink calm href="/queue?kind=close">
                {t('cases.close.later')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
        {blocked && view.mayReturn && (
          <p className="row">
            <ButtonLink href={`/cases/${code}/close/return`}>{t('cases.return.title')}</ButtonLink>
          </p>
        )}
      </Narrow>
    </CaseFrame>
  )
}

type Part = { view: CloseView; page: Framed }

/** What came up since the closing was asked for, or was never left. */
function Holding({ view: { holding, head }, page }: Part) {
  return (
    <>
      <Note tone="soon" icon="warn">
        {page.t('cases.close.blocked', { count: holding.length })}
      </Note>
      <CheckList
        items={holding.map((one) => ({
          mark: 'no' as const,
          text: <a href={blockerHref(one, head.reach.record.code)}>{blockerName(one, page)}</a>,
          detail: blockerState(one, page),
        }))}
      />
    </>
  )
}

/** A danger that is up, and the risk: read before the case is closed. */
function Dangers({ view: { dangers, asksSeen }, page }: Part) {
  if (!asksSeen) return null
  return (
    <Note tone="late" icon="warn">
      <p>{page.t('cases.close.read-risk')}</p>
      {dangers.map((one) => (
        <p key={one.id}>
          <b>{blockerName(one, page)}</b>
        </p>
      ))}
    </Note>
  )
}
