import { ageOn } from '@/lib/codes/ages'
import { at, dayOf, plusMinutes } from './moments'
import { COMMUNITIES, inventName } from './names'
import { flowPoints } from './places'
import { random as chance, idOf, type Random } from './random'
import type { Alert, Case, CaseFile, Moment, OfficeId } from './records'
import { enumeratorsOf, supervisorsOf } from './staff'

/** Alerts are kept in an enumerator's list for thirty days; older ones are not part of the demo. */
const SINCE = '2014-06-02'

type Fresh = Pick<
  Alert,
  'flowPoint' | 'officeId' | 'raisedAt' | 'urgency' | 'sex' | 'age' | 'vulnerabilities' | 'safeContact'
> & { people: keyof typeof COMMUNITIES; given?: string; contactAgreed: Alert['contactAgreed'] }

/** The three that wait this morning. */
const FRESH: readonly Fresh[] = [
  {
    flowPoint: 'FMP_GAO_PK',
    officeId: 'GAO',
    raisedAt: '2014-06-30T07:50:00Z',
    urgency: 'EMERGENCY',
    sex: 'F',
    age: 19,
    vulnerabilities: ['PREGNANT', 'DISTRESS'],
    people: 'songhai_gao',
    contactAgreed: 'YES',
    safeContact: 'Attend avec l’enquêtrice au point d’entrée',
  },
  {
    flowPoint: 'FMP_TBT',
    officeId: 'TBT',
    raisedAt: '2014-06-29T15:10:00Z',
    urgency: 'URGENT',
    sex: 'M',
    age: 11,
    vulnerabilities: ['CHILD_ALONE'],
    people: 'songhai_tbt',
    contactAgreed: 'YES',
    safeContact: 'Au hangar des transporteurs, demander le gardien',
  },
  {
    flowPoint: 'FMP_MOP',
    officeId: 'MOP',
    raisedAt: '2014-06-30T08:20:00Z',
    urgency: 'NORMAL',
    sex: 'F',
    age: 64,
    vulnerabilities: ['ELDER_ALONE', 'NO_SHELTER'],
    people: 'fulani',
    contactAgreed: 'NOT_ASKED',
    safeContact: '',
  },
]

const DISMISSED: readonly (readonly [OfficeId, string, reason: string])[] = [
  ['BKO', '2014-06-10T09:32:00Z', 'INFORMED'],
  ['MOP', '2014-06-12T14:05:00Z', 'DECLINED'],
  ['TBT', '2014-06-17T10:41:00Z', 'NOT_FOUND'],
  ['GAO', '2014-06-19T08:27:00Z', 'FOLLOWED'],
  ['GAO', '2014-06-24T16:02:00Z', 'REPEATED'],
  ['BKO', '2014-06-25T11:48:00Z', 'INFORMED'],
]

const VISIBLE: Readonly<Record<string, string>> = {
  CHILD: 'CHILD_ALONE',
  OLDER: 'ELDER_ALONE',
  OTHER: 'DISTRESS',
}

/** Alert codes are as empty of meaning as case codes, and shorter: they live thirty days. */
function alertCode(key: string): string {
  const symbols = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const random = chance(`alert-code:${key}`)
  return `A-${Array.from({ length: 6 }, () => symbols.charAt(random.int(0, symbols.length - 1))).join('')}`
}

function raiser(officeId: OfficeId, flowPoint: string): string {
  const people = enumeratorsOf(officeId)
  const index = flowPoint === 'FMP_GAO_WAB' ? 1 : 0
  return (people[index] ?? people[0])?.id ?? ''
}

const pointOf = (officeId: OfficeId): string =>
  flowPoints.find((point) => point.officeId === officeId)?.code ?? ''

function waiting(fresh: Fresh): Alert {
  const { people, ...rest } = fresh
  const key = `${rest.flowPoint} ${rest.raisedAt}`
  const name = inventName(chance(`alert:${key}`), COMMUNITIES[people], rest.sex)
  return {
    id: idOf(`alert:${key}`),
    code: alertCode(key),
    state: 'NEW',
    raisedById: raiser(rest.officeId, rest.flowPoint),
    seenOn: dayOf(rest.raisedAt),
    ageEstimated: true,
    nationality: 'MLI',
    ...rest,
    given: name.given,
    family: rest.age < 12 ? null : name.family,
    caseId: null,
    reason: null,
    triagedById: null,
    triagedAt: null,
  }
}

const triaged = (random: Random, officeId: OfficeId, raisedAt: Moment) => ({
  triagedById: random.pick(supervisorsOf(officeId)).id,
  triagedAt: plusMinutes(raisedAt, random.int(20, 160)),
})

function dismissed([officeId, raisedAt, reason]: (typeof DISMISSED)[number]): Alert {
  const random = chance(`dismissed:${raisedAt}`)
  const sex = random.chance(0.5) ? 'F' : 'M'
  const fresh = waiting({
    flowPoint: pointOf(officeId),
    officeId,
    raisedAt,
    urgency: 'NORMAL',
    sex,
    age: random.int(17, 58),
    vulnerabilities: ['NONE'],
    people: officeId === 'MOP' ? 'dogon' : 'songhai_gao',
    contactAgreed: reason === 'DECLINED' ? 'NO' : 'YES',
    safeContact: '',
  })
  return { ...fresh, state: 'NO_ACTION', reason, ...triaged(random, officeId, raisedAt) }
}

const urgencyOf = ({ risk }: Case): Alert['urgency'] =>
  risk === 'HIGH' ? 'EMERGENCY' : risk === 'MEDIUM' ? 'URGENT' : 'NORMAL'

/** The alert that a case was opened from, as the enumerator wrote it. */
function opened(file: Case, flowPoint: string): Alert {
  const { person, officeId, openedAt } = file
  const raisedAt = plusMinutes(openedAt, -chance(`raised:${file.id}`).int(35, 180))
  const age = ageOn(person, dayOf(openedAt)) ?? 30
  return {
    id: idOf(`alert:${file.id}`),
    code: alertCode(file.id),
    state: 'CASE_OPENED',
    flowPoint,
    officeId,
    raisedById: raiser(officeId, flowPoint),
    raisedAt,
    seenOn: dayOf(raisedAt),
    urgency: urgencyOf(file),
    given: person.given,
    family: person.family,
    sex: person.sex,
    age,
    ageEstimated: person.ageBasis !== 'DOC',
    nationality: person.nationality,
    vulnerabilities: [VISIBLE[age < 18 ? 'CHILD' : age >= 60 ? 'OLDER' : 'OTHER'] ?? 'DISTRESS'],
    contactAgreed: 'YES',
    safeContact: person.safeContact.detail,
    caseId: file.id,
    reason: null,
    triagedById: file.openedById,
    triagedAt: openedAt,
  }
}

const fromAlert = ({ case: file }: CaseFile): boolean =>
  file.sensitivity === 'S3' &&
  file.openedAt >= at(SINCE, '00:00') &&
  (file.flowPoint !== null || file.state === 'DRAFT')

/** The month's alerts, and the files with a pointer to the alert each was opened from. */
export function withAlerts(files: readonly CaseFile[]): { alerts: Alert[]; files: CaseFile[] } {
  const alerts: Alert[] = [...FRESH.map(waiting), ...DISMISSED.map(dismissed)]
  const linked = files.map((file) => {
    if (!fromAlert(file)) return file
    const flowPoint = file.case.flowPoint ?? pointOf(file.case.officeId)
    const supervisor = supervisorsOf(file.case.officeId)[0]?.id ?? file.case.openedById
    const record: Case = { ...file.case, source: 'FMP', flowPoint, openedById: supervisor }
    const alert = opened(record, flowPoint)
    alerts.push(alert)
    return { ...file, case: { ...record, alertId: alert.id } }
  })
  return { alerts, files: linked }
}
