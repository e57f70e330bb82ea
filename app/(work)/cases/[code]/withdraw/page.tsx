import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup, RadioGroup, Tick } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { CheckList } from '@/app/_ui/kept-list'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { withdrawCaseForm } from '@/lib/casework/endings/withdraw-case-consent'
import { OFFERED_WITHDRAW_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { prepareWithdrawCase, type WithdrawCase } from '@/lib/desks/case-file/prepare-ending'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { OfferEnds } from '../offer-ends'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The person wants no file any more: each referral is shown and asked once, then one button. */
export default async function WithdrawCasePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.withdraw-consent', roles: caseworkerRoles }, (reading) =>
    prepareWithdrawCase(reading, code, query),
  )
  const { t, locale, view } = page
  const { draft, head } = view
  return (
    <CaseFrame head={head} page={page} title={t('cases.withdraw.title')}>
      <DraftNotice form={withdrawCaseForm} draft={draft} t={t} locale={locale} />
      <div>
        <h2>{t('cases.withdraw.title')}</h2>
        <p className="lead">{t('cases.withdraw.lead', { count: view.effects.length })}</p>
      </div>
      <OfferEnds head={head} page={page} />
      <Split asideLabel={t('cases.withdraw.aside')} aside={<WhatRemains days={view.days} page={page} />}>
        <PostForm action={`/api/v1/cases/${code}/withdraw`} fields={hidden(head.reach.record.version)}>
          <Effects view={view} page={page} />
          <RadioGroup
            name="withdrawReason"
            one
            label={t('cases.withdrawReason.label')}
            value={draft?.values.withdrawReason?.toString() ?? 'NOT_SAID'}
            options={OFFERED_WITHDRAW_REASONS.map((value) => ({
              value,
              label: t(`referrals.reason.withdraw-consent.${value}`),
            }))}
          />
          <Section title={t('cases.withdraw.say')} tight>
            <Note icon="say">{t('cases.withdraw.said', { days: view.days })}</Note>
            <Tick
              name="told"
              value="on"
              label={t('cases.told.label')}
              checked={draft?.values.told !== undefined}
            />
          </Section>
          <div className="field row">
            <Button>{t('cases.withdraw.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('cases.withdraw.back')}
            </ButtonLink>
          </div>
          <p className="meta">{t('cases.withdraw.for-good')}</p>
        </PostForm>
      </Split>
    </CaseFrame>
  )
}

type PartProps = { view: WithdrawCase; page: Framed }

/** Partners at work are asked about; what simply stops is listed. */
function Effects({ view: { effects, draft }, page: { t, locale } }: PartProps) {
  if (effects.length === 0) return <p>{t('cases.withdraw.no-referral')}</p>
  const name = (one: (typeof effects)[number]) =>
    `${partnerName(one.partner, locale)}, ${label('service_type', one.service, locale)}`
  const asked = effects.filter(({ effect }) => effect === 'asked')
  const others = effects.filter(({ effect }) => effect !== 'asked')
  const kept = [draft?.values.keep ?? []].flat()
  return (
    <Section title={t('cases.withdraw.referrals', { count: effects.length })} tight>
      {asked.length > 0 && (
        <CheckboxGroup
          name="keep"
          label={t('cases.keep.label')}
          hint={t('cases.keep.hint')}
          one
          values={kept}
          error={draft?.errors.keep && t('cases.keep.not-a-code')}
          options={asked.map((one) => ({
            value: one.id,
            label: t('cases.keep.go-on', { what: name(one) }),
          }))}
        />
      )}
      <CheckList
        items={others.map((one) => ({
          mark: 'no' as const,
          text: name(one),
          detail: wordingOf(t, `cases.withdraw.effect.${one.effect}`, '', {
            partner: partnerName(one.partner, locale),
          }),
        }))}
      />
    </Section>
  )
}

function WhatRemains({ days, page: { t } }: { days: number; page: Framed }) {
  const list = (mark: 'no' | 'none', names: readonly string[], part: 'stops' | 'stays') =>
    names.map((name) => ({
      mark,
      text: t(`cases.withdraw.${part}.${name}` as never, { days }),
    }))
  return (
    <>
      <AsidePart title={t('cases.withdraw.stops')}>
        <CheckList items={list('no', ['1', '2', '3'], 'stops')} />
      </AsidePart>
      <AsidePart title={t('cases.withdraw.stays')}>
        <CheckList items={list('none', ['1', '2', '3', '4'], 'stays')} />
      </AsidePart>
    </>
  )
}
