import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import {
  missingPages,
  type RegistrationPage,
  registrationPages,
} from '@/lib/casework/registration/registration'
import { hasAnswered } from '@/lib/desks/case-file/head'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'
import { FromAlert } from './from-alert'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The pages that each gap already names. */
const keepsShut: Partial<Record<string, readonly RegistrationPage[]>> = {
  'no-answers': ['consent', 'safety'],
  'no-risk': ['safety'],
  'no-consent': ['consent'],
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.registration', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, { query, forms: [] }),
  )
  const { t, view } = page
  const { record } = view.head.reach
  const draft = record.state === 'DRAFT'
  const left = missingPages(view.done)
  const named = (names: readonly RegistrationPage[]) =>
    names.map((name) => t(`cases.register.${name}`)).join(', ')
  // What keeps the case from being opened is said once; the rest may wait.
  const waits = left.filter((name) => !(view.gap && keepsShut[view.gap]?.includes(name)))
  // Nothing of the person is asked before their yes.
  const opens = (name: RegistrationPage) => name === registrationPages[0] || hasAnswered(view.head)
  return (
    <CaseFrame head={view.head} page={page} title={t('cases.register.title')}>
      <FromAlert alerts={view.alerts} page={page} />
      <Narrow>
        <Arrived word={query.done?.toString()} head={view.head} page={page} />
        <div>
          <h2>{t('cases.register.title')}</h2>
          <p className="lead">{t('cases.register.count', { done: 5 - left.length })}</p>
        </div>
        <CheckList
          items={registrationPages.map((name) => ({
            mark: view.done[name] ? 'ok' : 'none',
            text: opens(name) ? (
              <a href={`/cases/${code}/register/${name}`}>{t(`cases.register.${name}`)}</a>
            ) : (
              t(`cases.register.${name}`)
            ),
            detail: t(view.done[name] ? 'cases.register.done' : `cases.register.${name}.short`),
          }))}
        />
        {draft && view.gap === 'consent-refused' && (
          <Note tone="soon" icon="no">
            <b>{t('cases.refused.title')}</b> {t('cases.refused.lead')}{' '}
            <a href={`/cases/${code}/assistance/new`}>{t('assistance.new.title')}</a>
          </Note>
        )}
        {draft && view.gap && view.gap !== 'consent-refused' && (
          <Note>
            {t(`cases.gap.${view.gap}`)}{' '}
            {view.gap === 'maybe-known' && (
              <a href={`/cases/${code}/same`}>{t('cases.register.answer-alike')}</a>
            )}{' '}
            {waits.length > 0 && t('cases.register.waits', { pages: named(waits) })}
          </Note>
        )}
        {draft && !view.gap && left.length > 0 && (
          <Note>
            {t('cases.register.may-wait')} {t('cases.register.left', { pages: named(left) })}
          </Note>
        )}
        {draft && !view.gap && view.leads && (
          <PostForm action={`/api/v1/cases/${code}/finish`} fields={hidden(record.version)} layout="row">
            <Button>{t('cases.register.finish')}</Button>
          </PostForm>
        )}
        {draft && !view.leads && <p className="meta">{t('cases.register.lead-finishes')}</p>}
        {draft && view.gap && view.gap !== 'maybe-known' && left[0] && (
          <p>
            <ButtonLink href={`/cases/${code}/register/${left[0]}`}>{t('forms.continue')}</ButtonLink>
          </p>
        )}
      </Narrow>
    </CaseFrame>
  )
}
