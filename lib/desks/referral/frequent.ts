import { sql } from 'drizzle-orm'
import { daysAfter } from '@/lib/base/time/days'
import { isServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { type Attempt, attemptsJson } from '@/lib/casework/referrals/verbs/next-referral'
import { type Entry, ranked } from '@/lib/casework/services/ranking'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Reading } from '@/lib/platform/gate/read'

/** Services one press away, and so far back somebody's referrals are looked at for them. */
const FREQUENT = 5
const LATELY = 180

type Beside = {
  attempts: Attempt[] | null
  frequent: string[] | null
  proposed: Record<string, string> | null
}
/** Who was asked for this person, whom supervision chose after silence (by the referral that stayed silent), and which services this colleague's cases were lately referred to most. */
export const besideStart = ({ actor }: Reading, caseId: string) =>
  sql<Beside>`json_build_object('attempts', ${attemptsJson(actor, caseId)}, 'proposed', (select json_object_agg(k.subject_id, k.reason) from app.tasks k
      where k.case_id = ${caseId} and k.kind = 'ASK_NEXT' and k.state = 'OPEN'), 'frequent',
    (select json_agg(f.service order by f.times desc, f.service) from (select x.service, count(*) as times from app.referrals x
      where x.sent_at > ${daysAfter(actor.now, -LATELY).toISOString()}::timestamptz and ${inReachedCase(actor, placeOf('x'))}
      group by x.service order by 2 desc, 1 limit ${FREQUENT * 2}) f))`

/** Services that somebody in the directory offers from here, with how many can be chosen now. PURE. */
export function offers(entries: readonly Entry[], now: Date) {
  const services = [...new Set(entries.map((entry) => entry.service))].filter(isServiceCode)
  const open = (service: string) =>
    ranked(
      entries.filter((entry) => entry.service === service),
      '',
      now,
    ).filter((entry) => entry.choosable).length
  return services.map((service) => ({ service, open: open(service) }))
}

/** Of those asked for most, what somebody can be asked for from here; then what most can be asked for. PURE. */
export function frequentOf(services: readonly string[], entries: readonly Entry[], now: Date): string[] {
  const open = offers(entries, now).filter((one) => one.open > 0)
  const often = services.filter((service) => open.some((one) => one.service === service))
  const rest = open.toSorted((a, b) => b.open - a.open || (a.service < b.service ? -1 : 1))
  return [...new Set([...often, ...rest.map(({ service }) => service)])].slice(0, FREQUENT)
}
