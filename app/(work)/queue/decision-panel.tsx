import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { shownCount } from '@/app/_ui/count'
import { Facts } from '@/app/_ui/facts'
import { Hand } from '@/app/_ui/hand'
import { Note } from '@/app/_ui/note'
import { Decide, Panel, PanelPart } from '@/app/_ui/panel'
import { label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { decisionPage } from '@/lib/casework/referrals/verbs/decision-form'
import { rateWords } from '@/lib/desks/directory/words'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import { type QueueView, queueHref } from '@/lib/desks/queue/view-queue'
import { ruleLimit } from '@/lib/desks/work/limit-words'
import { whyReferral } from '@/lib/desks/work/why-due'
import type { Page } from '@/lib/platform/gate/read'
import { consentWords, noWords } from './panel-words'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = Framed & { panel: QueuePanel; view: QueueView }

/** One referral ready to be decided: why, what leaves, consent, partner, before, and the verbs open to this person. */
export function DecisionPanel({ panel, view, page }: Props) {
  const { t, locale } = page
  const partner = partnerName(panel.partner, locale)
  const position = view.paged ? 0 : view.rows.findIndex(({ id }) => id === panel.id) + 1
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
          <Hand side={waits ? 'us' : 'them'}>
            {waits ? t('queue.your-turn') : t('queue.their-turn', { partner })}
          </Hand>
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
        <Leaving panel={panel} page={page} />
        <IdentityAct panel={panel} view={view} page={page} />
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
      {panel.toConfirm && !panel.toConfirm.mine && <Note tone="soon">{t('queue.panel.others-word')}</Note>}
      <Verbs panel={panel} view={view} page={page} />
    </Panel>
  )
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

function Leaving({ panel, page }: Framed & { panel: QueuePanel }) {
  const { t, locale } = page
  const facts = (payload: QueuePanel['stage1']) =>
    factWords(payload ?? {}, { t, locale }).map(({ key, term, value }) => ({ key, term, value }))
  return (
    <>
      <p className="meta">{t('queue.panel.at-once')}</p>
      <Facts facts={facts(panel.stage1)} />
      <p className="meta">{t('queue.panel.if-accepted', { partner: partnerName(panel.partner, locale) })}</p>
      <Facts facts={facts(panel.stage2)} />
    </>
  )
}

/** Who it is, and how to reach them, is a second act with a line of its own in the log. */
function IdentityAct({ panel, view, page: { t } }: Props) {
  if (view.shown === 'name')
    return (
      <p className="row meta">
        {t('queue.panel.identity-shown')}{' '}
        <a href={queueHref(view.tab, { item: panel.id })}>{t('queue.panel.hide-identity')}</a>
      </p>
    )
  if (panel.hidden.length === 0) return null
  return (
    <p className="meta">
      {t('queue.panel.identity-closed', {
        facts: panel.hidden.map((fact) => t(`referrals.fact.${fact}`).toLocaleLowerCase()).join(', '),
      })}{' '}
      <a href={queueHref(view.tab, { item: panel.id, name: '1' })}>{t('queue.panel.show-identity')}</a>
    </p>
  )
}

/**
 * The verbs. What the referral rests on is confirmed in the same bar, by whoever may, before it can be let go: until then
 * that is the decision, and every button says where it goes.
 */
function Verbs({ panel, view, page: { t } }: Props) {
  const may = (verb: QueuePanel['verbs'][number]) => panel.verbs.includes(verb)
  const { toConfirm } = panel
  const own = toConfirm?.mine ? toConfirm.consentId : null
  return (
    <Decide
      action={own ? `/api/v1/consents/${own}/confirm` : `/api/v1/referrals/${panel.id}/approve`}
      fields={
        own ? { ...hidden(), item: panel.id } : { ...hidden(panel.version), hash: panel.hash, kind: view.tab }
      }
      buttons={
        <>
          {own ? (
            <OwnWord t={t} no={`/confirmations/${own}?item=${panel.id}`} />
          ) : (
            may('approve') && <Button>{t('queue.approve')}</Button>
          )}
          {may('review') && (
            <ButtonLink calm={own !== null} href={decisionPage(panel.id, 'review', view.tab)}>
              {t('queue.review')}
            </ButtonLink>
          )}
          {may('return') && (
            <ButtonLink calm href={decisionPage(panel.id, 'return', view.tab)}>
              {t('queue.return')}
            </ButtonLink>
          )}
          {may('reassign') && (
            <ButtonLink calm href={decisionPage(panel.id, 'reassign', view.tab)}>
              {t('queue.reassign')}
            </ButtonLink>
          )}
          <ButtonLink calm href={`/referrals/${panel.id}`}>
            {t('queue.panel.open-referral')}
          </ButtonLink>
        </>
      }
    >
      {own && <h3>{t('consents.confirm.title')}</h3>}
    </Decide>
  )
}

const OwnWord = ({ t, no }: Pick<Framed['page'], 't'> & { no: string }) => (
  <>
    <Button name="says" value="YES">
      {t('consents.says.YES')}
    </Button>
    <ButtonLink calm href={no}>
      {t('consents.says.NO')}
    </ButtonLink>
  </>
)
