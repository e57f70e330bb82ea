import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Head } from '@/app/_ui/head'
import { AsidePart, Row, Split } from '@/app/_ui/layout'
import { Slip } from '@/app/_ui/slip'
import { Ahead } from '@/app/_ui/timeline'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { OwnAlert } from '@/lib/desks/triage/list-alerts'
import type { Page } from '@/lib/platform/gate/read'

/** After sending: the slip for the person, and what happens next. Nothing of the person is shown again. */
export function SentSlip({
  alert,
  phone,
  page,
}: {
  alert: Omit<OwnAlert, 'at' | 'total'>
  phone: string
  page: Omit<Page<unknown>, 'view'>
}) {
  const { t, locale } = page
  const isNew = alert.state === 'NEW'
  const steps = (['step1', 'step2', 'step3'] as const).map((step) => ({ title: t(`alerts.sent.${step}`) }))
  return (
    <>
      <Head
        title={isNew ? t('alerts.sent.title') : t('alerts.view.title', { code: alert.code })}
        lead={isNew ? t('alerts.sent.lead') : t(`alerts.own-state.${alert.state}`)}
      />
      <Split
        asideLabel={t('alerts.sent.next')}
        aside={
          <AsidePart title={t('alerts.sent.next')}>
            <Ahead steps={steps} />
          </AsidePart>
        }
      >
        <Slip
          label={t('alerts.sent.slip')}
          head={<p className="meta">{t('alerts.sent.slip')}</p>}
          facts={[
            { term: t('alerts.sent.code'), value: <Code>{alert.code}</Code> },
            { term: t('alerts.sent.phone'), value: <bdi>{phone}</bdi> },
            {
              term: t('alerts.own.when'),
              value: `${moment(locale, alert.raisedAt)}, ${label('fmp', alert.place, locale)}`,
            },
          ]}
        />
        <Row>
          <ButtonLink href="/alerts/new">{t('frame.new-alert')}</ButtonLink>
          <ButtonLink calm href="/alerts">
            {t('frame.my-alerts')}
          </ButtonLink>
        </Row>
      </Split>
    </>
  )
}
