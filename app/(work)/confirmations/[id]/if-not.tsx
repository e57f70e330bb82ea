import { Section } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Resting } from '@/lib/casework/consents/to-confirm'
import type { Page } from '@/lib/platform/gate/read'

type Props = { resting: readonly Resting[]; page: Pick<Page<unknown>, 't' | 'locale'> }

/** What "I do not confirm" will do, said before the button: what stops, what is read no more, what goes on and what follows. */
export function IfNot({ resting, page }: Props) {
  const { t } = page
  const parts = [
    ['consents.confirm.if-no.stops', resting.filter(({ stops }) => stops)],
    ['consents.confirm.if-no.recalled', resting.filter(({ stops }) => !stops)],
  ] as const
  return (
    <Section title={t('consents.confirm.if-no')} tight>
      {resting.length === 0 && <p>{t('consents.confirm.if-no.nothing')}</p>}
      {parts.map(
        ([words, rows]) =>
          rows.length > 0 && (
            <div key={words}>
              <p>{t(words)}</p>
              <Referrals rows={rows} page={page} />
            </div>
          ),
      )}
      <p>{t('consents.confirm.if-no.file')}</p>
      <p>{t('consents.confirm.if-no.task')}</p>
    </Section>
  )
}

const Referrals = ({ rows, page: { t, locale } }: Pick<Props, 'page'> & { rows: readonly Resting[] }) => (
  <ul>
    {rows.map(({ partner, service, state }) => (
      <li key={`${partner}${service}${state}`}>
        {partnerName(partner, locale)} · {label('service_type', service, locale)} ·{' '}
        {wordingOf(t, `referrals.state.${state}`, state)}
      </li>
    ))}
  </ul>
)
