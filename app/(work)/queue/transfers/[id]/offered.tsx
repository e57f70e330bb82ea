import { Facts } from '@/app/_ui/facts'
import { Note } from '@/app/_ui/note'
import { Risk } from '@/app/_ui/risk'
import { label } from '@/lib/base/codes/codes'
import { dueWords, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { bandWords, riskLevel } from '@/lib/desks/case-file/words'
import type { OfferView } from '@/lib/desks/staff/prepare-transfer'
import { dutyName } from '@/lib/desks/work/due-words'
import type { Page } from '@/lib/platform/gate/read'

type Props = { view: OfferView; page: Omit<Page<unknown>, 'view'> }

/** What is known before the answer: who asks, why, who in general it is about, and what runs. */
export function Offered({ view: { row, facts, word }, page: { t, locale, actor } }: Props) {
  const who = bandWords(facts, { t, locale, now: actor.now })
  return (
    <>
      <Note icon="show">{t('transfers.answer.seen')}</Note>
      <Facts
        facts={[
          {
            term: t('transfers.fact.from'),
            value: (
              <>
                {facts.from}, <bdi>{facts.by}</bdi>, {moment(locale, row.offeredAt)}
              </>
            ),
          },
          { term: t('transfers.transferReason.label'), value: label('transfer_reason', row.reason, locale) },
          { term: t('transfers.said.label'), value: wordingOf(t, `transfers.said.${row.told}`, row.told) },
          { term: t('cases.bar.who'), value: who },
          {
            term: t('cases.column.risk'),
            value: facts.risk ? (
              <Risk level={riskLevel(facts.risk)}>
                {wordingOf(t, `cases.risk.${facts.risk}`, facts.risk)}
              </Risk>
            ) : (
              t('cases.row.no-risk')
            ),
          },
          { term: t('transfers.fact.place'), value: label('admin2_2014', facts.cercle, locale) },
          {
            term: t('transfers.fact.languages'),
            value:
              facts.languages.map((code) => label('spoken', code, locale)).join(', ') ||
              t('transfers.fact.unsaid'),
          },
          {
            term: t('transfers.fact.runs'),
            value: t('transfers.fact.running', { referrals: facts.referrals, tasks: facts.tasks }),
          },
          ...(facts.dueAt && facts.dueKind
            ? [
                {
                  term: t('cases.bar.due'),
                  value: `${dutyName(facts.dueKind, { t, locale })}, ${dueWords(locale, new Date(facts.dueAt))}`,
                },
              ]
            : []),
          { term: t('transfers.fact.answer'), value: dueWords(locale, row.answerBy) },
        ]}
      />
      <section>
        <h2>{t('transfers.word.label')}</h2>
        <p dir="auto">{word}</p>
      </section>
    </>
  )
}
