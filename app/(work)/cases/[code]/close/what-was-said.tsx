import { Facts } from '@/app/_ui/facts'
import { CheckList } from '@/app/_ui/kept-list'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { CHECKLIST } from '@/lib/casework/cases/closure-book'
import type { Criteria } from '@/lib/casework/plans/criteria'
import type { SaidClosing } from '@/lib/desks/case-file/prepare-closing'
import { blockerHref, blockerName } from '../blocker-words'
import type { Framed } from '../case-frame'
import { criteriaWords } from '../criteria-words'

type Props = { said: SaidClosing; criteria: readonly Criteria[]; code: string; page: Framed }

/** The team's own account: what was checked and what was not, whether the person was told, what is knowingly left. */
export function WhatWasSaid({ said, criteria, code, page }: Props) {
  const { t, locale } = page
  const checks = [
    ...said.evidence.map((one) => ({ mark: 'ok' as const, text: label('closure_evidence', one, locale) })),
    ...CHECKLIST.filter((one) => one !== 'TOLD').map((one) => ({
      mark: said.checklist.includes(one) ? ('ok' as const) : ('no' as const),
      text: label('closure_checklist', one, locale),
      detail: said.checklist.includes(one) ? undefined : t('cases.close.not-done'),
    })),
  ]
  const told = said.told === 'YES' ? t('cases.personTold.YES') : label('not_told_reason', said.told, locale)
  return (
    <>
      <Facts
        facts={[
          {
            term: t('cases.close.asked'),
            value: (
              <>
                <bdi>{said.askedByName}</bdi>, {moment(locale, new Date(said.askedAt))}
              </>
            ),
          },
          { term: t('cases.close.told'), value: told },
          ...(said.words ? [{ term: t('cases.words.label'), value: said.words }] : []),
        ]}
      />
      <Section title={t('cases.close.checked')} tight>
        <CheckList items={checks} />
      </Section>
      {criteria.length > 0 && (
        <Section title={t('cases.criteria.label')} tight>
          <CheckList
            items={criteriaWords(criteria, page).map(({ id, text, plan }) => ({
              mark: said.criteria.includes(id) ? ('ok' as const) : ('no' as const),
              text,
              detail: said.criteria.includes(id) ? plan : t('cases.criteria.not-met', { plan }),
            }))}
          />
        </Section>
      )}
      {said.left.length > 0 && (
        <Section title={t('cases.close.left', { count: said.left.length })} tight>
          <CheckList
            items={said.left.map(({ blocker, why }) => ({
              mark: 'none' as const,
              text: <a href={blockerHref(blocker, code)}>{blockerName(blocker, page)}</a>,
              detail: label('closure_left_reason', why, locale),
            }))}
          />
        </Section>
      )}
    </>
  )
}
