import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { shownCount } from '@/app/_ui/count'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Hand } from '@/app/_ui/hand'
import { Note } from '@/app/_ui/note'
import { Panel, PanelPart } from '@/app/_ui/panel'
import { label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import { rateWords, reasonWords } from '@/lib/desks/directory/words'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import type { QueueView } from '@/lib/desks/queue/view-queue'
import { ruleLimit } from '@/lib/desks/work/limit-words'
import { whyReferral } from '@/lib/desks/work/why-due'
import type { Page } from '@/lib/platform/gate/read'
import { Leaving, SlipFacts } from './panel-leaving'
import { Verbs } from './panel-verbs'
import { consentWords, noWords } from './panel-words'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = Framed & { panel: QueuePanel; view: QueueView }

/** One referral ready to be decided: why, what leaves, consent, partner, before, and the verbs open to this person. */
export function DecisionPanel({ panel, view, page }: Props) {
  const { t, locale } = page
  const partner = partnerName(panel.partner, locale)
  const position = view.paged ? 0 : view.at + 1
  const total = view.tab ? view.counts[view.tab] : view.counts.total
  const waits = panel.state === 'PENDING_APPROVAL'
  const said = noWords(panel, page)
  const at = waits ? panel.submittedAt : panel.sentAt
  const why = whyPanel(panel, page)
  return (
    <Panel
      meta={
        <>
          {position > 0 && <span>{t('queue.position', { position, total: shownCount(total) })}</span>}
          <Whose panel={panel} page={page} />
        </>
      }
      title={
        <>
          <Code>{panel.caseCode}</Code> · {label('service_type', panel.service, locale)}, {partner}
        </>
      }
      facts={
        at && (
          <span>
            {t(waits ? 'queue.panel.since-submitted' : 'queue.panel.since-sent', { at: moment(locale, at) })}
          </span>
        )
      }
    >
      {panel.need && (
        <PanelPart title={t('queue.panel.why')}>
          <p>{panel.need}</p>
        </PanelPart>
      )}
      <PanelPart title={t(waits ? 'queue.panel.leaves' : 'queue.panel.left')}>
        <Leaving panel={panel} view={view} page={page} />
      </PanelPart>
      <PanelPart>
        <Facts
          facts={[
            { term: t('queue.panel.consent'), value: consentWords(panel, page) },
            ...(said ? [{ term: t('consents.confirm.no'), value: said }] : []),
            { term: partner, value: rateWords(panel.rate, t) },
            {
              term: t('queue.panel.before'),
              value:
                panel.before.length === 0
                  ? t('queue.panel.before-none')
                  : panel.before
                      .map((past) =>
                        t('frame.said', {
                          what: partnerName(past.partner, locale),
                          how: t(`referrals.state.${past.state}` as never),
                        }),
                      )
                      .join(' · '),
            },
            ...(why ? [{ term: t('queue.panel.limit'), value: why }] : []),
            { term: t('queue.panel.author'), value: <bdi>{panel.author}</bdi> },
          ]}
        />
      </PanelPart>
      {panel.next && (
        <PanelPart title={t('queue.panel.next')}>
          {panel.next.length === 0 ? (
            <p>{t('queue.panel.next-none')}</p>
          ) : (
            <NextOnes panel={panel} next={panel.next} view={view} page={page} />
          )}
        </PanelPart>
      )}
      {panel.toConfirm && !panel.toConfirm.mine && <Note tone="soon">{t('queue.panel.others-word')}</Note>}
      <PanelPart title={t('queue.panel.slip')}>
        <SlipFacts panel={panel} page={page} />
      </PanelPart>
      <Verbs panel={panel} view={view} page={page} />
    </Panel>
  )
}

/** Who can be asked instead, best first; of what stayed silent one press has the person asked. */
function NextOnes({
  panel,
  next,
  view,
  page: { t, locale },
}: Props & { next: NonNullable<QueuePanel['next']> }) {
  const reroute = panel.mayReroute && !panel.claim
  return (
    <>
      <ul>
        {next.map((entry, index) => (
          <li key={entry.id}>
            <b>{partnerName(entry.partner, locale)}</b> <bdi>{entry.place}</bdi>{' '}
            <span className="meta">{reasonWords(entry, { t, locale }).join(' · ')}</span>
            {reroute && index > 0 && (
              <PostForm
                layout="bare"
                action={`/api/v1/referrals/${panel.id}/reroute`}
                fields={{ ...hidden(panel.version), entry: entry.id, kind: view.place }}
              >
                <Button calm small>
                  {t('queue.reroute', { partner: partnerName(entry.partner, locale) })}
                </Button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      <p className="meta">
        {reroute
          ? t('queue.panel.reroute-how', { partner: partnerName(panel.partner, locale) })
          : t('queue.panel.next-how')}
      </p>
    </>
  )
}

/** Whose turn it is; where it is over, how it ended: nothing is at an agency that declined it. */
function Whose({ panel, page: { t, locale } }: Framed & { panel: QueuePanel }) {
  const { turn } = STATES[panel.state as ReferralState]
  if (panel.state === 'PENDING_APPROVAL') return <Hand side="us">{t('queue.your-turn')}</Hand>
  if (turn === 'them')
    return <Hand side="them">{t('queue.their-turn', { partner: partnerName(panel.partner, locale) })}</Hand>
  return <span>{t(`referrals.state.${panel.state as ReferralState}`)}</span>
}

/** Why it is due when it is: by which limit, from when. */
function whyPanel(
  { dueAt, dueKind, limits, priority, submittedAt, sentAt }: QueuePanel,
  page: Framed['page'],
) {
  const rule = dueKind && limits?.[dueKind as keyof typeof limits]
  return dueAt && dueKind && rule
    ? whyReferral(
        { kind: dueKind, due: dueAt, priority, limit: ruleLimit(rule), moments: [submittedAt, sentAt] },
        page,
      )
    : ''
}
