import { Facts } from '@/app/_ui/facts'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import { type QueueView, queueHref } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'
import { goneWords, leavingWords } from './panel-words'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = Framed & { panel: QueuePanel; view: QueueView }

/** What leaves, in two lines: at once, and after the yes. The slip itself stands below. */
export function Leaving({ panel, view, page }: Props) {
  const { t } = page
  const { atOnce, after } = leavingWords(panel, page, panel.need)
  // Of what has left already its own page says what the agency still opens.
  const gone = panel.sentAt ? '' : goneWords(panel.gone, page)
  return (
    <>
      {atOnce && <p>{t('queue.leaves.at-once', { facts: atOnce })}</p>}
      {after && (
        <p>{t('queue.leaves.after', { partner: partnerName(panel.partner, page.locale), facts: after })}</p>
      )}
      {gone && <Note tone="soon">{gone}</Note>}
      <IdentityAct panel={panel} view={view} page={page} />
    </>
  )
}

/** The slip, as it will be read. */
export function SlipFacts({ panel, page }: Framed & { panel: QueuePanel }) {
  const { t, locale } = page
  const facts = (payload: QueuePanel['stage1']) =>
    factWords(payload ?? {}, { t, locale }).map(({ key, term, value }) => ({ key, term, value }))
  const hidden = panel.hidden.map((fact) => ({
    key: fact,
    term: t(`referrals.fact.${fact}`),
    value: t('queue.leaves.closed'),
  }))
  return (
    <>
      <p className="meta">{t('queue.panel.at-once')}</p>
      <Facts facts={facts(panel.stage1)} />
      <p className="meta">{t('queue.panel.if-accepted', { partner: partnerName(panel.partner, locale) })}</p>
      <Facts facts={[...hidden, ...facts(panel.stage2)]} />
    </>
  )
}

/** Who it is, and how to reach them, is a second act with a line of its own in the log. */
function IdentityAct({ panel, view, page: { t } }: Props) {
  const at = view.at > 0 ? String(view.at) : undefined
  if (view.shown === 'name')
    return (
      <p className="row meta">
        {t('queue.panel.identity-shown')}{' '}
        <a href={queueHref(view.tab, { at, item: panel.id })}>{t('queue.panel.hide-identity')}</a>
      </p>
    )
  if (panel.hidden.length === 0) return null
  return (
    <p className="meta">
      <a href={queueHref(view.tab, { at, item: panel.id, name: '1' })}>{t('queue.panel.show-identity')}</a>
    </p>
  )
}
