import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Row } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Decide } from '@/app/_ui/panel'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { mayWait } from '@/lib/casework/tasks/may-wait'
import { rowPage } from '@/lib/casework/tasks/queue-place'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import type { QueueView } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = Framed & { panel: QueuePanel; view: QueueView }

/** The verbs; while a colleague is at it, who and until when instead: beside them where it is an emergency. */
export function Verbs({ panel, view, page }: Props) {
  const { t, locale } = page
  const { claim } = panel
  return (
    <>
      {claim && (
        <Note tone="soon">{t('queue.claimed-by', { name: claim.by, at: moment(locale, claim.until) })}</Note>
      )}
      {(!claim || panel.priority === 'EMERGENCY') && <Deciding panel={panel} view={view} page={page} />}
      {!claim && <Mine panel={panel} view={view} page={page} />}
    </>
  )
}

/**
 * What the referral rests on is confirmed in the same bar, by whoever may, before it can be let go: until then that is
 * the decision, and every button says where it goes.
 */
function Deciding({ panel, view, page: { t, locale } }: Props) {
  const first = panel.mayReroute ? panel.next?.[0] : undefined
  const may = (verb: QueuePanel['verbs'][number]) => panel.verbs.includes(verb)
  const { toConfirm } = panel
  const own = toConfirm?.mine ? toConfirm.consentId : null
  const kind = kindOf(panel, view)
  return (
    <Decide
      action={
        own
          ? `/api/v1/consents/${own}/confirm`
          : `/api/v1/referrals/${panel.id}/${first ? 'reroute' : 'approve'}`
      }
      fields={
        own
          ? { ...hidden(), item: panel.id }
          : {
              ...hidden(panel.version),
              ...(first ? { entry: first.id } : { hash: panel.hash }),
              kind: view.place,
            }
      }
      buttons={
        <>
          {own ? (
            <OwnWord t={t} no={`/confirmations/${own}?item=${panel.id}`} />
          ) : (
            may('approve') && <Button letter="a">{t('queue.approve')}</Button>
          )}
          {!own && first && (
            <Button letter="a">{t('queue.reroute', { partner: partnerName(first.partner, locale) })}</Button>
          )}
          {may('review') && (
            <ButtonLink calm={own !== null} letter="a" href={rowPage(panel.id, 'review', view.place)}>
              {t('queue.review')}
            </ButtonLink>
          )}
          {may('return') && (
            <ButtonLink calm letter="r" href={rowPage(panel.id, 'return', view.place)}>
              {t('queue.return')}
            </ButtonLink>
          )}
          {kind && mayWait({ kind, taskKind: null, priority: panel.priority }) && (
            <ButtonLink calm letter="d" href={rowPage(panel.id, 'aside', view.place, kind)}>
              {t('queue.later')}
            </ButtonLink>
          )}
          {may('reassign') && (
            <ButtonLink calm letter="t" href={rowPage(panel.id, 'reassign', view.place)}>
              {t('queue.reassign')}
            </ButtonLink>
          )}
        </>
      }
    >
      {own && <h3>{t('consents.confirm.title')}</h3>}
    </Decide>
  )
}

/** What the panel's row is in the queue: nothing where it no longer stands there. */
const kindOf = ({ id }: QueuePanel, { rows, tab }: QueueView) =>
  rows.find((row) => row.id === id)?.kind ?? (tab === 'later' ? undefined : tab)

/** To be at it, so that nobody else begins; and the referral itself. */
function Mine({ panel, view, page: { t } }: Props) {
  const kind = kindOf(panel, view)
  const aside = view.tab === 'later'
  const free = panel.claimedByMe || aside
  return (
    <Row>
      {kind && (
        <PostForm
          layout="bare"
          action={`/api/v1/queue/${panel.id}/${free ? 'let-go' : 'claim'}`}
          fields={{ ...hidden(), of: aside ? 'later' : kind, kind: view.place }}
        >
          <Button calm small letter="m">
            {t(aside ? 'queue.take-up' : free ? 'queue.let-go' : 'queue.claim')}
          </Button>
        </PostForm>
      )}
      <a href={`/referrals/${panel.id}`}>{t('queue.panel.open-referral')}</a>
    </Row>
  )
}

const OwnWord = ({ t, no }: Pick<Framed['page'], 't'> & { no: string }) => (
  <>
    <Button name="says" value="YES" letter="a">
      {t('consents.says.YES')}
    </Button>
    <ButtonLink calm href={no}>
      {t('consents.says.NO')}
    </ButtonLink>
  </>
)
