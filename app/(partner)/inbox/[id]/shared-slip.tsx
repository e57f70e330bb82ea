import type { Fact } from '@/app/_ui/facts'
import { Slip } from '@/app/_ui/slip'
import { STATES } from '@/lib/casework/referrals/machine/states'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import type { Framed } from './framed'
import { papersReceived } from './papers-received'

/** Exactly what was shared, in two parts: what decides, and what opens with acceptance. */
export function SharedSlip({ view, page }: Framed & { view: OpenView }) {
  const { t } = page
  // The need and its urgency are the page's title.
  const { need: _, urgency: __, ...rest } = view.facts
  return (
    <Slip
      label={t('inbox.slip.title')}
      head={<p className="meta">{t('inbox.slip.title')}</p>}
      facts={linesOf(rest, page)}
      sealed={secondPart(view, page)}
    >
      {t(`inbox.slip.only.${view.sharedOn ?? 'NONE'}`)}
    </Slip>
  )
}

function secondPart(view: OpenView, page: Framed['page']) {
  const { t } = page
  if (
    STATES[view.state].reading === 'AFTER' ||
    (view.reads === 'STAGE_1' && STATES[view.state].partner === 'STAGE_2')
  )
    return { title: t('inbox.slip.again'), text: t('inbox.slip.again.more') }
  if (!view.details) return { title: t('inbox.slip.closed'), text: t('inbox.slip.closed.more') }
  const stop: Fact[] = view.doNotCall
    ? [{ key: 'phone', term: t('referrals.fact.phone'), value: <strong>{t('inbox.slip.no-call')}</strong> }]
    : []
  // Each paper is a line of its own, with its way to open it.
  const { papers: _, ...said } = view.details
  const open = [...stop, ...linesOf(said, page), ...papersReceived(view, page)]
  const title = t('inbox.slip.open')
  return open.length > 0 ? { title, open } : { title, text: t('inbox.slip.open.none') }
}

const linesOf = (payload: StagePayload, { t, locale }: Framed['page']): Fact[] =>
  factWords(payload, { t, locale }).map(({ key, term, value }) => ({
    key,
    term,
    value: <bdi>{value}</bdi>,
  }))
