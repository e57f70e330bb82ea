import { Section } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Resting } from '@/lib/casework/consents/to-confirm'
import type { Page } from '@/lib/platform/gate/read'

type Props = { resting: readonly Resting[]; page: Pick<Page<unknown>, 't' | 'locale'> }

/** What "I do not confirm" will do, said before the button: which referrals stop, what goes on and whose task follows. */
export function IfNot({ resting, page: { t, locale } }: Props) {
  return (
    <Section title={t('consents.confirm.if-no')} tight>
      <p>{t(resting.length > 0 ? 'consents.confirm.if-no.stops' : 'consents.confirm.if-no.nothing')}</p>
      {resting.length > 0 && (
        <ul>
          {resting.map(({ partner, service, state }) => (
            <li key={`${partner}${service}${state}`}>
              {partnerName(partner, locale)} · {label('service_type', service, locale)} ·{' '}
              {wordingOf(t, `referrals.state.${state}`, state)}
            </li>
          ))}
        </ul>
      )}
      <p>{t('consents.confirm.if-no.file')}</p>
      <p>{t('consents.confirm.if-no.task')}</p>
    </Section>
  )
}
