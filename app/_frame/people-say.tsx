import { Section } from '@/app/_ui/layout'
import { day } from '@/lib/base/i18n/dates'
import type { PeopleSaid } from '@/lib/casework/services/queries'
import type { Page } from '@/lib/platform/gate/read'

type Props = { said: PeopleSaid | null; page: Omit<Page<unknown>, 'view'> }

/** What people say of an agency's services, in shares and in words: never a number, never a word of anybody. */
export function PeopleSay({ said, page: { t, locale } }: Props) {
  return (
    <Section title={t('loop.people.title')} tight>
      {said ? (
        <>
          <p>
            {t('loop.people.received', { share: said.received })}{' '}
            {said.satisfied && t('loop.people.satisfied', { share: said.satisfied })}
          </p>
          <p className="meta">
            {t('loop.people.means', { least: said.least, day: day(locale, said.until) })}
          </p>
        </>
      ) : (
        <p className="meta">{t('loop.people.few')}</p>
      )}
    </Section>
  )
}
