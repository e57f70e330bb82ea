import { Section } from '@/app/_ui/layout'
import { Timeline } from '@/app/_ui/timeline'
import { moment } from '@/lib/base/i18n/dates'
import { changeLines } from '@/lib/desks/directory/change-words'
import type { EntryChange } from '@/lib/desks/directory/view-directory'
import type { Page } from '@/lib/platform/gate/read'

type Props = { changes: readonly EntryChange[]; more: boolean; page: Pick<Page<unknown>, 't' | 'locale'> }

/** Who changed the entry, when, and what stood there before. */
export function Changes({ changes, more, page }: Props) {
  const { t, locale } = page
  return (
    <Section title={t('services.changes.title')} tight>
      {changes.length === 0 ? (
        <p className="meta">{t('services.changes.none')}</p>
      ) : (
        <Timeline
          moments={changes.map((change) => ({
            key: `${change.at} ${change.kind}`,
            title: t(`services.changes.${change.kind}`),
            meta: `${moment(locale, change.at)} · ${change.by}`,
            body: changeLines(change, page).map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            )),
          }))}
        />
      )}
      {more && <p className="meta">{t('services.changes.more')}</p>}
    </Section>
  )
}
