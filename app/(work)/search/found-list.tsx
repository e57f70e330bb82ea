import { Code } from '@/app/_ui/code'
import { Section } from '@/app/_ui/layout'
import { Pages } from '@/app/_ui/pages'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { initials } from '@/lib/casework/people/identity'
import { ageWords } from '@/lib/desks/case-file/words'
import type { FoundFile } from '@/lib/desks/search/find-people'
import { PAGE, type search } from '@/lib/desks/search/search'
import { whenceWords, whoWords } from '@/lib/desks/triage/words'
import type { Page } from '@/lib/platform/gate/read'

type Found = Extract<Awaited<ReturnType<typeof search>>['view']['outcome'], { kind: 'list' }>
type Props = { outcome: Found; typed: string; page: Omit<Page<unknown>, 'view'> }

/** Who was found, likeliest first: initials, age and why; no whole name in a list. */
export function FoundList({ outcome, typed, page }: Props) {
  const { t, locale } = page
  return (
    <>
      {outcome.files.length > 0 && (
        <Section title={t('search.files')} tight>
          <ul className="queue">
            {outcome.files.map((found) => (
              <FileRow key={found.file.id} found={found} page={page} />
            ))}
          </ul>
          {outcome.total > outcome.files.length && <MorePages outcome={outcome} typed={typed} page={page} />}
        </Section>
      )}
      {outcome.alerts.length > 0 && (
        <Section title={t('search.alerts')} tight>
          <ul className="queue">
            {outcome.alerts.map((alert) => (
              <li key={alert.id}>
                <a href={`/alerts/${alert.id}`}>
                  <span>
                    <Code>{alert.code}</Code> · {whoWords(alert, t)}
                  </span>
                  <span className="meta">
                    {t('search.row.raised', {
                      place: whenceWords(alert.place, locale),
                      at: day(locale, alert.raisedAt),
                    })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** A restricted file says its code and that it is one; whoever reads this is named on it. */
function FileRow({ found, page }: { found: FoundFile; page: Props['page'] }) {
  const { t, locale, actor } = page
  const { file, person, lead, reason } = found
  const letters = initials(person.identity) || t('search.row.no-name')
  const words = ageWords(person, { t, locale, now: actor.now })
  return (
    <li>
      <a href={`/cases/${file.code}`}>
        <span>
          <Code>{file.code}</Code> ·{' '}
          {file.sensitivity === 'S4' ? (
            t('cases.row.sealed')
          ) : (
            <>
              <bdi>{letters}</bdi>, {words}
            </>
          )}
        </span>
        <span className="end">
          {file.closedAt
            ? t('search.row.closed', { at: day(locale, file.closedAt) })
            : wordingOf(t, `cases.state.${file.state}`, file.state)}
        </span>
        <span className="meta">{t(`search.why.${reason}`)}</span>
        <span className="end">
          <bdi>{lead}</bdi>
        </span>
      </a>
    </li>
  )
}

function MorePages({ outcome, typed, page: { t } }: Props) {
  const { page, files, total, next } = outcome
  const first = (page - 1) * PAGE + 1
  const to = (number: number) => `/search?q=${encodeURIComponent(typed)}&page=${number}`
  return (
    <Pages
      label={t('search.pages')}
      range={t('search.range', { from: first, to: first + files.length - 1, total })}
      previous={page > 1 ? { href: to(page - 1), label: t('search.previous') } : undefined}
      next={next ? { href: to(page + 1), label: t('search.next') } : undefined}
    />
  )
}
