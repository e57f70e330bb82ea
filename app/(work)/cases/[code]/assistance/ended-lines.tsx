import { Details } from '@/app/_ui/details'
import { Facts } from '@/app/_ui/facts'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import type { ListedAssistance } from '@/lib/casework/assistance/queries'
import type { AssistanceView } from '@/lib/desks/case-file/view-assistance'
import type { Framed } from '../case-frame'
import { counted, fundWords, reasonWords, whomWords } from './line-words'

/** What was corrected or cancelled: as it was, as it is now, why, by whom. None of it counts. */
export function EndedLines({ view, page }: { view: AssistanceView; page: Framed }) {
  const { t, locale } = page
  if (view.ended.length === 0) return null
  const words = (line: ListedAssistance) =>
    [
      label('service_type', line.service, locale),
      counted(line, page),
      whomWords(line, view.head.people, page),
      day(locale, line.givenOn),
      fundWords(line, page),
    ].join(' · ')
  return (
    <Section title={t('assistance.ended.title')} tight>
      {view.ended.map((line) => {
        const after = view.lines.find(({ id }) => id === line.replacedBy)
        const at = line.endedAt ? moment(locale, line.endedAt) : ''
        return (
          <Details
            key={line.id}
            summary={t(`assistance.ended.${line.replacedBy ? 'corrected' : 'cancelled'}`, {
              service: label('service_type', line.service, locale),
              at,
            })}
          >
            <Facts
              facts={[
                { term: t('assistance.ended.before'), value: <s>{words(line)}</s> },
                ...(after ? [{ term: t('assistance.ended.after'), value: words(after) }] : []),
                {
                  term: t('assistance.ended.why'),
                  value: reasonWords(line.endedReason ?? '', page),
                },
                { term: t('assistance.ended.by'), value: <bdi>{line.endedBy}</bdi> },
              ]}
            />
          </Details>
        )
      })}
    </Section>
  )
}
