import type { Criteria } from '@/lib/casework/plans/criteria'
import { said } from '@/lib/casework/plans/templates'
import type { Framed } from './case-frame'

/** Each criterion of the plan in words, with how far the plan of its template has come: what the plan says, not what is true. */
export const criteriaWords = (criteria: readonly Criteria[], { t, locale }: Pick<Framed, 't' | 'locale'>) =>
  criteria.flatMap(({ title, close, goals, actions }) =>
    close.map(({ id, text }) => ({
      id,
      text: said(text, locale),
      plan: t('cases.criteria.plan', {
        title: said(title, locale),
        met: goals.met,
        goals: goals.all,
        done: actions.done,
        actions: actions.all,
      }),
    })),
  )
