import { AsidePart } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import type { WithoutFile as Counts } from '@/lib/desks/work/without-file'
import type { Framed } from './framed'

/** What the offices did this month for people who have no file: counts, and nobody. */
export function WithoutFile({ counts, page: { t, locale } }: { counts: Counts; page: Framed }) {
  const { refused, left, help } = counts
  return (
    <AsidePart title={t('work.without.title')}>
      <p className="meta">{t('work.without.people', { refused, left })}</p>
      {help.length > 0 && (
        <ul>
          {help.map(({ service, unit, times, quantity }) => (
            <li key={`${service} ${unit}`}>
              {t('work.without.help', {
                service: label('service_type', service, locale),
                times,
                counted: t('assistance.counted', { quantity, code: unit }),
              })}
            </li>
          ))}
        </ul>
      )}
    </AsidePart>
  )
}
