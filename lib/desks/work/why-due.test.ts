import { describe, expect, test } from 'vitest'
import { locales } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'
import { kindsOf } from '@/lib/casework/tasks/kinds'
import { CASE_RULES, PRIORITIES, RISKS } from '@/lib/engines/clocks/rules'
import { REFERRAL_CLOCKS } from '@/lib/engines/clocks/wiring'
import { DEFAULTS, type Setting } from '@/lib/platform/settings/defaults'
import { msOf, ruleLimit } from './limit-words'
import { whyCase } from './why-case'
import { type DatedTask, referralLimit, whyReferral, whyTask } from './why-due'

const opened = new Date('2014-06-28T08:00:00Z')
const later = (limit: Setting) => new Date(opened.getTime() + msOf(limit))
const HELD: Setting = { value: 37, unit: 'HOURS' }
/** The setting that each kind's limit comes from, told apart from the code; none: a rule of the code. */
const SETTING_OF: Partial<Record<string, string>> = {
  NOT_CONFIRMED: 'referral.URGENT.follow-on',
  RENEW_CONSENT: 'consent.renew',
  RATE_AGAIN: 'see.SEE_DANGER',
  PROMISED: 'referral.URGENT.follow-on',
  REVIEW_HOLD: 'hold.COURT',
  CLOSURE_RETURNED: 'closure.again',
  LATE_ANSWER: 'see.LATE_ANSWER',
  HARM: 'harm.COURT',
  SEE_LOWER_RISK: 'see.SEE_LOWER_RISK',
  SEE_HOLD: 'see.SEE_HOLD',
  SEE_DANGER: 'see.SEE_DANGER',
  CALLED_ANYWAY: 'see.CALLED_ANYWAY',
  COMPARE_PEOPLE: 'same.compare',
  TRANSFER_WAITS: 'transfer.answer',
  TRANSFER_REFUSED: 'transfer.again',
  SEE_TRANSFER_REFUSED: 'transfer.again',
  TELL_NEW_TEAM: 'transfer.tell',
  HAND_OUT: 'transfer.again',
  AWAIT_DELETION: 'withdrawal.deleted',
  TELL_RECEIVED: 'referral.COURT.acknowledge',
  TELL_OUTCOME: 'referral.COURT.acknowledge',
  REVIEW_CASE: 'review.COURT',
  SEE_LATER_CONTACT: 'see.SEE_LATER_CONTACT',
  CALL_PARTNER: 'notice.call',
  GRANT: 'grant.decide',
  GRANT_RETURNED: 'grant.again',
  VISIT_FOLLOW: 'grant.follow',
  PLAN_RETURNED: 'plan.again',
  OPENING_DISCIPLINE: 'opening.answer',
  OPENING_SUPERVISION: 'opening.answer',
}
/** Its own day. */
const OWN_DAY = 'KEEP_APPOINTMENT'
/** Their day comes from the rows of the case: said in days since they were asked for. */
const BY_ROWS = ['NEXT_STEP', 'RETURN_STEP', 'GRANT_DELIVER', 'GRANT_VISIT']
const RULE_OF: Partial<Record<string, number>> = {
  TELL_PERSON: 24,
  FIND_BASIS: 24,
  CARE_PEP: 72,
  SCREEN_TRAFFICKING: 72,
  DECIDE_PANEL: 120,
  CARE_EC: 120,
  CONFIRM_BEST_INTERESTS: 24,
  CONFIRM_VITAL: 24,
  REVIEW_CONSENT: 24,
  TELL_AGENCY: 24,
}
const words = (locale: (typeof locales)[number]) => ({ t: translator(locale), locale })
const task = (kind: string, limit: Setting): DatedTask => ({
  kind,
  due: later(limit),
  opened,
  reason: 'COURT',
  priority: 'URGENT',
  hourKnown: true,
})
const shown = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe.each(locales.map((one) => [one] as const))('in %s', (locale) => {
  const said = (one: DatedTask, settings = {}) => shown(whyTask(one, settings, words(locale)))

  test('an appointment is due on its own day, and says when it was noted', () => {
    expect(said(task(OWN_DAY, { value: 6, unit: 'HOURS' }))).toMatch(/(rendez-vous|appointment).*28/)
  })

  test('a contact on a day set with the person says so, and why it was put off', () => {
    const one = { kind: 'follow-up', risk: 'LOW', askedAt: null, openedAt: opened, lastContactOn: null }
    const due = new Date('2014-08-20T17:00:00Z')
    const of = (laterReason: string | null) =>
      shown(
        whyCase(
          { ...one, due, alertUrgency: null, chosen: { on: '2014-08-20', day: '2014-06-28', laterReason } },
          words(locale),
        ),
      )
    expect(of(null)).toMatch(/(convenu|agreed).*28/)
    expect(of('TRAVELLING')).toMatch(/28.*(s’absente|will be away)/)
  })

  test.each([...kindsOf('TEAM'), ...kindsOf('SUPERVISOR')].filter((kind) => kind !== OWN_DAY))(
    '%s says its limit as it is set, and from when',
    (kind) => {
      const key = SETTING_OF[kind]
      const limit = key ? HELD : { value: RULE_OF[kind] ?? 6, unit: 'HOURS' as const }
      // What has no setting and no rule of its own comes with its reason: in days for those.
      const asked = BY_ROWS.includes(kind) ? ({ value: 2, unit: 'DAYS' } as const) : limit
      const text = said(task(kind, asked), key ? { [key]: HELD } : {})
      expect(text).not.toContain('why.')
      expect(text).not.toMatch(/^Date |^A date/)
      expect(text).toMatch(key ? /37 h/ : asked.value === 120 ? /5 [jd]/ : new RegExp(`${asked.value} [hjd]`))
      if (kind !== 'RENEW_CONSENT' && kind !== 'REVIEW_HOLD') expect(text).toContain('28')
    },
  )

  test('a look at a lowered rating while care cannot wait has the limit of a danger, and says why', () => {
    const text = said(task('SEE_LOWER_RISK', { value: 4, unit: 'HOURS' }))
    expect(text).toMatch(/4 h/)
    expect(text).toMatch(/soin ne peut attendre|care cannot wait/)
  })

  test('a look at a rating that kept the risk says that the restriction was left out, not that the risk is lower', () => {
    for (const hours of [24, 4]) {
      const one = { ...task('SEE_LOWER_RISK', { value: hours, unit: 'HOURS' }), leftOpen: true }
      expect(said(one)).toMatch(/restriction proposée|proposed restriction/)
      expect(said(one)).not.toMatch(/plus basse|lower than/)
    }
  })

  test('seeing the person so soon names the rule that asks for it', () => {
    const one = { ...task('SEE_PERSON', { value: 2, unit: 'HOURS' }), because: 'Moins de 72 heures.' }
    expect(said(one)).toMatch(/^2 h .*Moins de 72 heures\.$/)
  })

  test.each(['CLOSURE_RETURNED', 'NOT_CONFIRMED', 'PROMISED', 'NEXT_STEP'])(
    '%s, due when the office’s day ends, is counted from when it was opened',
    (kind) => {
      const three: Setting = { value: 3, unit: 'DAYS' }
      const evening = new Date('2014-07-01T17:00:00Z')
      const key = SETTING_OF[kind]
      const text = said({ ...task(kind, three), due: evening }, key ? { [key]: three } : {})
      expect(text).toMatch(/^3 [jd] .*28.*0?8:00/)
      expect(text).not.toContain('17:00')
    },
  )

  test('care whose hour nobody knows is counted from the opening of the file, and says so', () => {
    expect(said({ ...task('CARE_PEP', { value: 72, unit: 'HOURS' }), hourKnown: false })).toMatch(
      /ouverture du dossier|case was opened/,
    )
  })

  test('a date that no limit of today explains is said to be fixed, and nothing else', () => {
    expect(said(task('SEE_DANGER', { value: 1, unit: 'HOURS' }))).toMatch(/^Date fixée|^A date set/)
  })

  test.each(PRIORITIES.flatMap((priority) => REFERRAL_CLOCKS.map((kind) => [priority, kind] as const)))(
    'a referral %s says the limit of “%s” as it is set, its urgency and from when',
    (priority, kind) => {
      for (const settings of [{}, { [`referral.${priority}.${kind}`]: HELD }]) {
        const limit = referralLimit(settings, priority, kind)
        if (!limit) throw new Error(kind)
        const about = { kind, due: later(limit), priority, limit, moments: [null, opened] }
        const text = shown(whyReferral(about, words(locale)))
        expect(text).not.toContain('why.')
        expect(text).toContain('28')
        expect(text).toMatch(/urgen|emergency/)
        if (Object.keys(settings).length > 0) expect(text).toContain('37 h')
      }
    },
  )

  test.each(
    RISKS.flatMap((risk) => (['first-action', 'follow-up'] as const).map((kind) => [risk, kind] as const)),
  )('a case of risk %s says the limit of “%s”, the risk and from when', (risk, kind) => {
    const limit = ruleLimit(CASE_RULES[risk][kind])
    const one = { kind, risk, askedAt: null, openedAt: opened, lastContactOn: null, alertUrgency: null }
    const text = shown(whyCase({ ...one, due: later(limit) }, words(locale)))
    expect(text).not.toContain('why.')
    expect(text).toContain('28')
    expect(text).toMatch({ HIGH: /élevé|high/, MEDIUM: /moyen|medium/, LOW: /faible|low/ }[risk])
    expect(text).toMatch(new RegExp(`${limit.value}|${limit.value / 24} [jd]`))
    // Waiting, closing and opening again move a clock: then no moment is named that it is not counted from.
    const moved = shown(
      whyCase({ ...one, due: new Date(later(limit).getTime() + 40 * 86_400_000) }, words(locale)),
    )
    expect(moved).toMatch(/ne compte pas|does not count/)
    // Opened again, its whole time begins there: nothing waited.
    const reopenedAt = new Date('2014-07-20T09:15:00Z')
    const again = { ...one, reopenedAt, due: new Date(reopenedAt.getTime() + msOf(limit)) }
    const reopened = shown(whyCase(again, words(locale)))
    expect(reopened).toMatch(/(réouverture|reopening).*20.*0?9:15/)
    expect(reopened).not.toMatch(/ne compte pas|does not count/)
  })

  test('a case that nobody rated has the limit of the highest risk, one of a pressing alert that of the alert', () => {
    const one = {
      kind: 'first-action',
      askedAt: opened,
      openedAt: opened,
      lastContactOn: null,
      due: later({ value: 24, unit: 'HOURS' }),
    }
    expect(whyCase({ ...one, risk: null, alertUrgency: null }, words(locale))).toMatch(/pas encore|not rated/)
    const text = whyCase({ ...one, risk: 'LOW', alertUrgency: 'EMERGENCY' }, words(locale))
    expect(text).toMatch(/danger immédiat|immediate danger/)
  })
})

test('every limit named here stands among the settings, but the one of comparing files', () => {
  const keys = Object.values(SETTING_OF).filter(
    (key) =>
      !['same.compare', 'harm.COURT', 'review.COURT', 'referral.COURT.acknowledge'].includes(String(key)),
  )
  expect(keys.filter((key) => !DEFAULTS[String(key)])).toEqual([])
})
