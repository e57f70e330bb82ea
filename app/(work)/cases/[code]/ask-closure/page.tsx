import { DraftNotice } from '@/app/_frame/form-fields'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Narrow } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { askClosureForm } from '@/lib/casework/endings/ask-closure'
import { prepareAskClosure } from '@/lib/desks/case-file/prepare-closing'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { AskForm } from './ask-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** First why; then what that reason wants checked and said, and what holds the closing back. */
export default async function AskClosurePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.ask-closure', roles: caseworkerRoles }, (reading) =>
    prepareAskClosure(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, reason } = view
  return (
    <CaseFrame keeps={reason !== undefined} head={head} page={page} title={t('cases.ask-closure.title')}>
      <Narrow>
        <DraftNotice form={askClosureForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.ask-closure.title')}</h2>
          <p className="lead">
            {reason
              ? t('cases.ask-closure.count', { count: view.blockers.length })
              : t('cases.ask-closure.lead')}
          </p>
        </div>
        {reason ? (
          <AskForm view={view} page={page} />
        ) : (
          <Reasons code={code} reasons={view.reasons} page={page} />
        )}
      </Narrow>
    </CaseFrame>
  )
}

/** A plain question to this page: nothing is written yet. */
function Reasons({ code, reasons, page: { t, locale } }: { code: string; reasons: string[]; page: Framed }) {
  return (
    <form className="stack" method="get" action={`/cases/${code}/ask-closure`}>
      <RadioGroup
        name="reason"
        one
        label={t('cases.closureReason.label')}
        options={reasons.map((value) => ({ value, label: label('closure_reason', value, locale) }))}
      />
      <div className="field row">
        <Button>{t('forms.continue')}</Button>
        <ButtonLink calm href={`/cases/${code}`}>
          {t('forms.back')}
        </ButtonLink>
      </div>
      <p className="meta">
        <a href={`/cases/${code}/withdraw`}>{t('cases.ask-closure.withdraw')}</a>
      </p>
    </form>
  )
}
