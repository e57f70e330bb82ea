import { Fragment } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { SubHead } from '@/app/_ui/head'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { remains, sumOf } from '@/lib/casework/reintegration/lines'
import type { Grant } from '@/lib/casework/reintegration/queries'
import { number } from '@/lib/desks/statistics/words'
import { grantFacts } from './grant-facts'
import { GrantLines } from './grant-lines'
import type { Shown } from './page'
import { Visits } from './visits'

type Props = { grant: Grant; place: number; page: Shown }

/** One grant from its budget to its last visit. */
export function GrantPart({ grant, place, page }: Props) {
  const { t } = page
  return (
    <section>
      <SubHead
        title={t('reintegration.grant.numbered', { place })}
        actions={<GrantActs grant={grant} page={page} />}
      />
      <Facts facts={grantFacts(grant, page)} />
      <GrantLines grant={grant} page={page} />
      {grant.deliveries.length > 0 && (
        <>
          <Handed grant={grant} page={page} />
          <Visits grant={grant} page={page} />
        </>
      )}
    </section>
  )
}

function GrantActs({ grant, page: { t, view } }: Omit<Props, 'place'>) {
  const base = `/cases/${view.head.reach.record.code}/return`
  const { state } = grant
  if (state === 'ASKED')
    return view.may.decide ? (
      <ButtonLink href={`${base}/decide`}>{t('reintegration.decide.title')}</ButtonLink>
    ) : null
  if (!view.may.work || state === 'DROPPED') return null
  const left = sumOf(
    remains(
      grant.lines,
      grant.deliveries.map(({ lines }) => lines),
    ),
  )
  return (
    <>
      {state === 'APPROVED'
        ? left > 0 && (
            <ButtonLink small href={`${base}/deliver?grant=${grant.id}`}>
              {t('reintegration.deliver.title')}
            </ButtonLink>
          )
        : view.may.plan && (
            <ButtonLink small href={`${base}/grant`}>
              {t('reintegration.grant.go-on')}
            </ButtonLink>
          )}
      {left > 0 && (
        <ButtonLink calm small href={`${base}/drop?grant=${grant.id}`}>
          {t('reintegration.drop.title')}
        </ButtonLink>
      )}
    </>
  )
}

/** Each delivery: when, how much, before whom, against what. */
function Handed({ grant, page: { t, locale, view } }: Omit<Props, 'place'>) {
  const { code } = view.head.reach.record
  return (
    <Facts
      facts={grant.deliveries.map((one) => ({
        key: one.id,
        term: t('reintegration.delivered', { on: day(locale, one.deliveredOn) }),
        value: (
          <>
            {t('reintegration.xof', { amount: number(locale, one.total) })} ·{' '}
            {label('receipt_mark', one.receipt, locale)} ·{' '}
            {one.witness ? (
              <bdi>{t('frame.said', { what: t('reintegration.witness.label'), how: one.witness })}</bdi>
            ) : (
              t('reintegration.noWitness.label')
            )}
            {(one.papers ?? []).map(({ id, withdrawn }) => (
              <Fragment key={id}>
                {' · '}
                <a href={`/cases/${code}/documents/${id}`}>
                  {t(withdrawn ? 'reintegration.receipt.withdrawn' : 'reintegration.receipt.see')}
                </a>
              </Fragment>
            ))}
            {view.may.work && (
              <>
                {' · '}
                <a href={`/cases/${code}/return/receipt?delivery=${one.id}`}>
                  {t('reintegration.receipt.title')}
                </a>
              </>
            )}
          </>
        ),
      }))}
    />
  )
}
