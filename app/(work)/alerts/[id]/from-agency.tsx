import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { AlertView } from '@/lib/casework/alerts/queries'
import { sayable } from '@/lib/casework/inbound/tell-agency'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import type { Page } from '@/lib/platform/gate/read'
import { SharedFacts } from './shared-facts'

type Props = { alert: AlertView; page: Omit<Page<unknown>, 'view'> }

/** What the agency that referred the person wrote, and what it was told in return. */
export function FromAgency({ alert, page }: Props) {
  const { t, locale } = page
  const { agency, referred } = alert
  if (agency === null) return null
  const facts = { ...referred?.facts, ...(referred && { need: referred.service }) } as StagePayload
  return (
    <>
      {referred && (
        <Section title={t('inbound.view.said')} tight>
          <SharedFacts reference={referred.reference || t('alerts.view.unknown')} facts={facts} page={page} />
          <p className="meta">{t('inbound.view.kept')}</p>
        </Section>
      )}
      <Section title={t('inbound.told.title')} tight>
        {alert.told.length === 0 && <p>{t('inbound.told.none')}</p>}
        <ul>
          {alert.told.map(({ says, way, at, by }) => (
            <li key={says}>
              {t('inbound.told.line', {
                what: t(`inbound.says.${says}`),
                way: t(`inbound.way.${way}`),
                at: moment(locale, new Date(at)),
                by,
              })}
            </li>
          ))}
        </ul>
        <Tell alert={alert} agency={agency} page={page} />
      </Section>
    </>
  )
}

function Tell({ alert, agency, page: { t, locale } }: Props & { agency: string }) {
  const left = sayable(alert).filter((says) => !alert.told.some((one) => one.says === says))
  if (left.length === 0) return null
  const who = partnerName(agency, locale)
  return (
    <>
      <p>
        {alert.agencyPhone
          ? t('inbound.told.call', { agency: who, phone: alert.agencyPhone })
          : t('inbound.told.call-none', { agency: who })}
      </p>
      <PostForm action={`/api/v1/alerts/${alert.id}/tell-agency`} fields={hidden()}>
        <RadioGroup
          name="says"
          label={t('inbound.says.label')}
          value={left.at(-1)}
          options={left.map((value) => ({ value, label: t(`inbound.says.${value}`) }))}
        />
        <RadioGroup
          name="way"
          label={t('inbound.way.label')}
          value="PHONE"
          options={(['PHONE', 'PAPER'] as const).map((value) => ({
            value,
            label: t(`inbound.way.${value}`),
          }))}
        />
        <div>
          <Button calm>{t('inbound.told.save')}</Button>
        </div>
      </PostForm>
    </>
  )
}
