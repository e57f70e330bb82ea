import { consentLine } from '@/app/_frame/consent-line'
import { Facts } from '@/app/_ui/facts'
import { AsidePart } from '@/app/_ui/layout'
import { Slip } from '@/app/_ui/slip'
import { partnerName } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { initials } from '@/lib/casework/people/identity'
import { OPEN, STAGE_2_STATES } from '@/lib/casework/referrals/machine/states'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import { askedFacts } from '@/lib/desks/referral/asked-facts'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

/** The partner has not answered yet: what hangs below the perforation may still open. */
const undecided = OPEN.filter((state) => !STAGE_2_STATES.includes(state))

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Exactly what was sealed, when it was opened, and the consent it rests on. */
export function SharedSlip({ page, view }: Props) {
  const { t } = page
  return (
    <>
      {view.slips ? (
        <Sealed page={page} view={view} slips={view.slips} />
      ) : (
        <p>{t('referrals.page.slip-none')}</p>
      )}
      <Outcome page={page} view={view} />
    </>
  )
}

function Sealed({ page, view, slips }: Props & { slips: NonNullable<ReferralView['slips']> }) {
  const { t, locale } = page
  const partner = partnerName(view.partner, locale)
  const open = STAGE_2_STATES.includes(view.state) && !slips.ended
  const stage2 = masked(slips.stage2, page)
  const facts = stage2.map(({ term }) => term).join(', ')
  return (
    <Slip
      label={t('referrals.page.shared')}
      head={
        <>
          <h2>{t('referrals.page.shared')}</h2>
          <p className="meta">
            {t('referrals.page.sealed-at', { at: moment(locale, slips.sealedAt) })}{' '}
            {openedWords({ page, view })}
          </p>
          {slips.ended && (
            <p>{t(`referrals.page.${view.sentAt ? 'share-ended' : 'share-unsent'}`, { partner })}</p>
          )}
        </>
      }
      facts={factWords(slips.stage1, { t, locale })}
      sealed={
        open
          ? { title: t('referrals.page.open-2', { partner }), open: stage2 }
          : undecided.includes(view.state) && !slips.ended
            ? { title: t('referrals.page.closed-2'), text: t('referrals.page.opens-if', { partner, facts }) }
            : { title: t('referrals.page.closed-now'), text: facts }
      }
    >
      {view.consent &&
        (view.consent.status === 'WITHDRAWN'
          ? t('referrals.page.consent-ended')
          : consentLine(view.consent, { year: view.birthYear, basis: view.ageBasis }, { t, locale }))}
    </Slip>
  )
}

/** The second slip with the name as initials: whoever needs it whole opens it on the case page, which logs it. */
function masked(payload: StagePayload, { t, locale }: Props['page']) {
  const short = (name: string) => {
    const [given = '', ...family] = name.split(' ')
    return t('referrals.wizard.masked', { initials: initials({ given, family: family.join(' ') }) })
  }
  return factWords(payload, { t, locale }).map((fact) =>
    fact.key === 'name' ? { ...fact, value: short(fact.value) } : fact,
  )
}

function openedWords({ page, view }: Props): string {
  const { t, locale } = page
  const partner = partnerName(view.partner, locale)
  const opened = view.events.find(({ verb }) => verb === 'acknowledge')
  if (opened) return t('referrals.page.opened-at', { partner, at: moment(locale, opened.at) })
  return view.sentAt ? t('referrals.page.not-opened', { partner }) : t('referrals.page.not-sent')
}

/** What came of it: expected, reported, confirmed by the person; the referral before and after. */
function Outcome({ page, view }: Props) {
  const { t, locale } = page
  const say = (key: string, code: string) => wordingOf(t, `referrals.${key}.${code}`, code)
  const { asked } = view
  const facts = asked
    ? askedFacts(asked).map(({ term, name, code }) => ({ term: t(term), value: say(name, code) }))
    : []
  const lines = [
    view.expectedOn && t('referrals.page.expected', { day: day(locale, view.expectedOn) }),
    view.outcome &&
      view.outcomeOn &&
      t('referrals.page.outcome', {
        outcome: say('outcome', view.outcome),
        day: day(locale, view.outcomeOn),
      }),
  ].filter((line) => line)
  const links = [
    view.previousId && { href: `/referrals/${view.previousId}`, words: t('referrals.page.previous') },
    view.followedBy && { href: `/referrals/${view.followedBy}`, words: t('referrals.page.next-one') },
  ].filter((link) => link !== null && link !== '')
  if (facts.length + lines.length + links.length === 0) return null
  return (
    <AsidePart>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {asked && (
        <>
          <h2>{t('referrals.page.check', { day: day(locale, asked.askedOn) })}</h2>
          <Facts facts={facts} />
          {asked.note && <p dir="auto">{asked.note}</p>}
        </>
      )}
      {links.map((link) => (
        <p key={link.href}>
          <a href={link.href}>{link.words}</a>
        </p>
      ))}
    </AsidePart>
  )
}
