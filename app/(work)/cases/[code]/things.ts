import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isLate } from '@/lib/base/time/late'
import { keptDue } from '@/lib/casework/cases/due'
import { donePages } from '@/lib/casework/registration/registration'
import { detailed } from '@/lib/casework/tasks/detail'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import { nextThings, type Thing } from '@/lib/desks/case-file/next-things'
import { actionName } from '@/lib/desks/case-file/plan-words'
import { spell } from '@/lib/engines/clocks/spell'
import type { Framed } from './case-frame'
import { whyThing } from './why-thing'

/** The next things in words, the first ones first. Buttons only for who may act. */
export function thingsOf(file: CaseFile, page: Framed) {
  const { head, referrals, tasks } = file
  const { record } = head.reach
  const done = donePages({
    person: head.person,
    listed: head.people.length,
    risk: record.risk,
    consents: head.consents,
  })
  const unfinished = Object.values(done).filter((one) => !one).length
  const asked = {
    code: record.code,
    state: record.state,
    closureReason: record.closureReason,
    due: keptDue(record),
    referrals,
    tasks,
    unfinished,
  }
  return nextThings(asked, page.actor.now).map((thing) => worded(thing, file, page))
}

function worded({ key, button, href, ...thing }: Thing, file: CaseFile, page: Framed) {
  const { t, locale, actor } = page
  const partner = thing.partner ? partnerName(thing.partner, locale) : ''
  const service = thing.service ? label('service_type', thing.service, locale) : ''
  const plan = thing.task?.plan
  const late = thing.at !== null && isLate(thing.at, actor.now)
  return {
    title: plan
      ? actionName(plan, locale)
      : detailed(thing.task?.kind ?? '', thing.task?.detail, t(key, { partner }), page),
    meta: [
      plan && t('plans.title'),
      service,
      whyText(thing, t),
      dueText(thing.at, actor.now, t),
      whyThing(thing, file, page),
    ]
      .filter(Boolean)
      .join(' · '),
    late: late && thing.dueKind !== null,
    action: file.head.may.work
      ? { href, label: t(button), about: [partner, service].filter(Boolean).join(', ') }
      : undefined,
  }
}

/** What the supervisor asked of a risk given back, or that an assessment proposes more, and what the person was promised. */
function whyText({ dueKind, why }: Pick<Thing, 'dueKind' | 'why'>, t: Framed['t']): string {
  if (why === 'ASSESSED' && dueKind === 'RATE_AGAIN') return t('cases.next.rate-assessed')
  if (why && dueKind === 'RATE_AGAIN')
    return t('cases.next.rate-supervision', { what: wordingOf(t, `cases.rateAgainFor.${why}`, '') })
  return why && dueKind === 'PROMISED' ? wordingOf(t, `referrals.follow.${why}`, '') : ''
}

function dueText(at: Date | null, now: Date, t: Framed['t']): string {
  if (!at) return ''
  const left = at.getTime() - now.getTime()
  return isLate(at, now) ? t('clocks.late', spell('late', -left)) : t('clocks.left', spell('left', left))
}
