import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { assistanceForm } from '@/lib/casework/assistance/form'
import { type LineView, prepareAssistance } from '@/lib/desks/case-file/prepare-assistance'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../../case-frame'
import { ChooseKind } from '../choose-kind'
import { LineFields } from '../line-fields'
import { counted } from '../line-words'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** First the kind, then its services: two presses and a number. The last line of the kind is given again with one. */
export default async function NewAssistancePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAssistance(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, kind, from } = view
  return (
    <CaseFrame keeps={kind !== undefined} head={head} page={page} title={t('assistance.new.title')}>
      <Narrow>
        <DraftNotice form={assistanceForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{kind ? label('service_type', kind, locale) : t('assistance.new.title')}</h2>
          <p className="lead">{t(kind ? 'assistance.new.unit' : 'assistance.new.lead')}</p>
        </div>
        {from && !draft && <Note>{t('assistance.new.copied')}</Note>}
        {kind ? (
          <PostForm main action={`/api/v1/cases/${code}/assistance`} fields={{ ...hidden(), kind }}>
            {!from && !draft && <Repeat view={view} page={page} />}
            <LineFields
              view={{ ...view, from: undefined }}
              page={page}
              form={assistanceForm}
              values={valuesOf(view, page, one(query, 'service'))}
            />
            <div className="field row">
              <Button>{t('assistance.new.button')}</Button>
              <ButtonLink calm href={`/cases/${code}/assistance/new`}>
                {t('assistance.new.other')}
              </ButtonLink>
            </div>
          </PostForm>
        ) : (
          <ChooseKind code={code} usual={view.usual} page={page} />
        )}
      </Narrow>
    </CaseFrame>
  )
}

/** A fresh line carries today's day, and what the last one of its kind was paid from. */
function valuesOf({ from, last }: LineView, { actor }: Framed, service: string | undefined) {
  return {
    givenOn: dayText(isoDayOf(actor.now)),
    service: from?.service ?? service,
    quantity: from && String(from.quantity),
    forWhom: from?.forWhom ?? undefined,
    members: from?.forWhom === 'CHOSEN' ? (from.forPeople ?? undefined) : undefined,
    donor: (from ?? last)?.projectId ?? (from ?? last)?.donor,
  }
}

function Repeat({ view: { last, head }, page }: { view: LineView; page: Framed }) {
  const { t, locale } = page
  if (!last) return null
  return (
    <p>
      <a href={`/cases/${head.reach.record.code}/assistance/new?copy=${last.id}`}>
        {t('assistance.list.repeat', {
          service: label('service_type', last.service, locale),
          quantity: counted(last, page),
        })}
      </a>{' '}
      <span className="meta">{day(locale, last.givenOn)}</span>
    </p>
  )
}
