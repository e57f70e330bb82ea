import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { Narrow, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { callForm } from '@/lib/casework/cases/call-anyway'
import { callReasons, wayBeside } from '@/lib/casework/cases/contact'
import { prepareCall } from '@/lib/desks/case-file/prepare-call'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { NeverTell } from '../never-tell'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Between a file and a telephone: where the person said no, the number is shown only to whoever says why. */
export default async function CallPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.before-call', roles: caseworkerRoles }, (reading) =>
    prepareCall(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, stop, phone } = view
  const { safeContact, identity } = head.person
  const way = wayBeside({ ...head.reach.record, safeContact })
  return (
    <CaseFrame head={head} page={page} title={t('cases.call.title')}>
      <Narrow>
        {stop === null ? (
          <h2>{t('cases.call.title')}</h2>
        ) : (
          <Note tone="late" icon="call">
            <h2>{t('cases.call.stop')}</h2>
            <p>{t(`cases.call.because.${stop}`)}</p>
          </Note>
        )}
        <NeverTell identity={identity} page={page} />
        <p>
          {way && <b>{label('safe_contact', way, locale)}. </b>}
          <bdi>{identity.contactDetail}</bdi>
        </p>
        {phone !== undefined ? (
          <ThePhone phone={phone} asked={stop !== null} page={page} />
        ) : (
          <>
            <p>
              <ButtonLink href={`/cases/${code}`}>{t('cases.call.back')}</ButtonLink>
            </p>
            <DraftNotice form={callForm} draft={view.draft} t={t} locale={locale} />
            <Details summary={t('cases.call.anyway')} open={view.draft !== undefined}>
              <PostForm action={`/api/v1/cases/${code}/call`} fields={hidden(head.person.version)}>
                <RadioGroup
                  name="callReason"
                  label={t('cases.callReason.label')}
                  one
                  value={view.draft?.values.callReason?.toString()}
                  error={view.draft?.errors.callReason && t('cases.callReason.required')}
                  options={callReasons.map((value) => ({
                    value,
                    label: t(`cases.callReason.${value}`),
                    hint: t(`cases.callReason.${value}.hint`),
                  }))}
                />
                <Note tone="soon" icon="say">
                  <p>{t('cases.call.somebody-else')}</p>
                </Note>
                <div className="field row">
                  <Button>{t('cases.call.show')}</Button>
                </div>
                <p className="meta">
                  {t('cases.call.logged')} <a href={`/cases/${code}/register`}>{t('cases.call.change')}</a>
                </p>
              </PostForm>
            </Details>
          </>
        )}
      </Narrow>
    </CaseFrame>
  )
}

function ThePhone({ phone, asked, page: { t } }: { phone: string; asked: boolean; page: Framed }) {
  if (!phone) return <p>{t('cases.call.no-number')}</p>
  return (
    <Section title={t('cases.call.number')} tight>
      <p>
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} dir="ltr">
          {phone}
        </a>
      </p>
      {asked && <p className="meta">{t('cases.call.five-minutes')}</p>}
      {asked && <Note icon="say">{t('cases.call.somebody-else')}</Note>}
    </Section>
  )
}
