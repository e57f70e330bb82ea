import { consentLine } from '@/app/_frame/consent-line'
import { Facts } from '@/app/_ui/facts'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { newestAnswers } from '@/lib/casework/consents/newest'
import { birthOf } from '@/lib/casework/people/birth'
import type { OpenedPaper } from '@/lib/desks/case-file/open-paper'
import type { Framed } from '../../cases/[code]/case-frame'
import { personFacts } from '../../cases/[code]/person/person-facts'

type Props = { view: OpenedPaper; page: Framed }

/** The file on paper, for whoever takes it over: facts, answers, help and referrals; notes where they were ticked. */
export function SummaryPaper({ view, page }: Props) {
  const { head, content } = view
  if (content.kind !== 'SUMMARY') return null
  const { t, locale } = page
  const { identity } = head.person
  const { code } = head.reach.record
  return (
    <section className="paper stack" aria-label={t('papers.kind.SUMMARY')}>
      <h2>
        {t('papers.kind.SUMMARY')} <span dir="ltr">{code}</span>
      </h2>
      <p>
        <bdi>{[identity.given, identity.family].filter(Boolean).join(' ')}</bdi> · {head.office} ·{' '}
        <bdi>{head.lead}</bdi> · {day(locale, page.actor.now)}
      </p>
      {personFacts(head, page).map(({ name, facts }) => (
        <Facts key={name} facts={facts} />
      ))}
      <h3>{t('papers.open.consents')}</h3>
      <List
        lines={newestAnswers(head.consents).map((one) => {
          const what = wordingOf(t, `consents.purpose.${one.purpose}`, one.purpose)
          const whom = one.partner ? `${what}, ${partnerName(one.partner, locale)}` : what
          return t('frame.said', { what: whom, how: consentLine(one, birthOf(head.person), page) })
        })}
        none={t('papers.open.none')}
      />
      <h3>{t('papers.open.help')}</h3>
      <List
        lines={content.help.map(({ service, quantity, unit, givenOn }) =>
          [
            day(locale, givenOn),
            label('service_type', service, locale),
            t('assistance.counted', { quantity, code: unit }),
          ].join(', '),
        )}
        none={t('papers.open.none')}
      />
      <h3>{t('papers.open.referrals')}</h3>
      <List
        lines={content.referrals.map(({ partner, service, state, at }) =>
          [
            partner && partnerName(partner, locale),
            label('service_type', service, locale),
            wordingOf(t, `referrals.state.${state}`, state),
            day(locale, new Date(at)),
          ]
            .filter(Boolean)
            .join(', '),
        )}
        none={t('papers.open.none')}
      />
      {view.paper.parts.includes('NOTES') && (
        <>
          <h3>{t('papers.open.notes')}</h3>
          <List
            lines={content.notes.map(({ at, writer, versions }) =>
              t('frame.said', {
                what: `${day(locale, new Date(at))}, ${writer}`,
                how: versions[0]?.text ?? '',
              }),
            )}
            none={t('papers.open.none')}
          />
        </>
      )}
      <p className="meta">{t('papers.open.kept')}</p>
    </section>
  )
}

function List({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}
