import { type Fresh, waiting } from '../demo/alerts'
import { dayOf, inOfficeHours, NOW, plusHours, plusMinutes } from '../demo/moments'
import { flowPoints } from '../demo/places'
import { random as chance, type Random } from '../demo/random'
import type { Alert } from '../demo/records'
import type { Branch, Staffing } from './staffing'

/** How many alerts wait in a full office this morning, and how many of the last weeks were set aside. */
const WAITING = 8
const SET_ASIDE = 12

function seen(random: Random, branch: Branch, hoursAgo: number): Fresh {
  const minor = random.chance(0.3)
  return {
    flowPoint: pointOf(branch),
    officeId: branch.officeId,
    raisedAt: plusHours(NOW, -hoursAgo),
    urgency: random.weighted({ EMERGENCY: 10, URGENT: 35, NORMAL: 55 }),
    sex: random.chance(0.5) ? 'F' : 'M',
    age: minor ? random.int(6, 17) : random.int(18, 70),
    vulnerabilities: [minor ? 'CHILD_ALONE' : 'VISIBLE_DISTRESS'],
    people: branch.like === 'MOP' ? 'dogon' : branch.like === 'BKO' ? 'bambara' : 'songhai_gao',
    contactAgreed: random.weighted({ YES: 80, NO: 5, NOT_ASKED: 15 }),
    safeContact: '',
  }
}

const pointOf = ({ flowPoint, like }: Branch): string =>
  flowPoint ?? flowPoints.find(({ officeId }) => officeId === like)?.code ?? ''

function setAside(random: Random, branch: Branch, alert: Alert): Alert {
  const triagedAt = inOfficeHours(plusMinutes(alert.raisedAt, random.int(20, 160)))
  return {
    ...alert,
    state: 'NO_ACTION',
    reason: random.pick(['NOT_PROTECTION', 'NOT_FOUND', 'OTHER_AGENCY', 'ENTERED_TWICE'] as const),
    triagedById: random.pick(branch.supervisors),
    triagedAt: triagedAt < NOW ? triagedAt : NOW,
  }
}

/** Alerts of the staffing's offices: those that wait, and those of the last weeks that led to no case. */
export function planAlerts({ branches }: Staffing, from = 0): Alert[] {
  return branches.flatMap((branch) => {
    const random = chance(`alerts:${branch.officeId}:${from}`)
    const share = branch.size / 20
    const some = (count: number, hours: readonly [number, number]) =>
      Array.from({ length: Math.ceil(count * share) }, (_, n) => {
        // Never twice in one second: the moment and the place make the id.
        const fresh = seen(random, branch, random.int(...hours))
        return waiting({ ...fresh, raisedAt: atSecond(fresh.raisedAt, from + n) }, branch.enumerator)
      })
    return [
      ...some(WAITING, [1, 30]),
      ...some(SET_ASIDE, [60, 500]).map((alert) => setAside(random, branch, alert)),
    ]
  })
}

const atSecond = (moment: string, n: number): string =>
  `${dayOf(moment)}T${moment.slice(11, 16)}:${String(n % 60).padStart(2, '0')}Z`
