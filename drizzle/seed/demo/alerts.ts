import { alertCode } from '@/lib/casework/numbers/alert-code'
import { ageReached } from './age-reached'
import { at, dayOf, plusMinutes } from './moments'
import { COMMUNITIES, inventName } from './names'
import { flowPoints } from './places'
import { random as chance, idOf, type Random } from './random'
import type { Alert, Case, CaseFile, Moment, OfficeId } from './records'
import { enumeratorsOf, supervisorsOf } from './staff'

/** Alerts are kept in an enumerator's list for thirty days; older ones are not part of the demo. */
const SINCE = '2014-06-02'

export type Fresh = Pick<
  Alert,
  'flowPoint' | 'officeId' | 'raisedAt' | 'urgency' | 'sex' | 'age' | 'vulnerabilities' | 'safeContact'
> & { people: keyof typeof COMMUNITIES; given?: string; contactAgreed: Alert['contactAgreed'] }

/** The three that wait this morning. */
const FRESH: readonly (Fresh & { officeId: OfficeId })[] = [
  {
    flowPoint: 'FMP_GAO_PK',
    officeId: 'GAO',
    raisedAt: '2014-06-30T07:50:00Z',
    urgency: 'EMERGENCY',
    sex: 'F',
    age: 19,
    vulnerabilities: ['PREGNANT_OR_NURSING', 'VISIBLE_DISTRESS'],
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
    vulnerabilities: ['OLDER_ALONE', 'NO_SHELTER'],
    people: 'fulani',
    contactAgreed: 'NOT_ASKED',
    safeContact: '',
  },
]

const DISMISSED: readonly (readonly [OfficeId, Moment, NonNullable<Alert['reason']>])[] = [
  ['BKO', '2014-06-10T09:32:00Z', 'NOT_PROTECTION'],
  ['MOP', '2014-06-12T14:05:00Z', 'DECLINED_HELP'],
  ['TBT', '2014-06-17T10:41:00Z', 'NOT_FOUND'],
  ['GAO', '2014-06-19T08:27:00Z', 'OTHER_AGENCY'],
  ['GAO', '2014-06-24T16:02:00Z', 'ENTERED_TWICE'],
  ['BKO', '2014-06-25T11:48:00Z', 'NOT_PROTECTION'],
]

function visible(age: number): Alert['vulnerabilities'][number] {
  if (age < 18) return 'CHILD_ALONE'
  return age >= 60 ? 'OLDER_ALONE' : 'VISIBLE_DISTRESS'
}

const codeOf = (key: string): string => alertCode(chance(`alert-code:${key}`).bytes(6))

function raiser(officeId: OfficeId, flowPoint: string): string {
  const people = enumeratorsOf(officeId)
  const index = flowPoint === 'FMP_GAO_WAB' ? 1 : 0
  return (people[index] ?? people[0])?.id ?? ''
}

const pointOf = (officeId: OfficeId): string =>
  flowPoints.find((point) => point.officeId === officeId)?.code ?? ''

/** An alert that nobody has looked at yet. */
export function waiting(fresh: Fresh, raisedById: string): Alert {
  const { people, ...rest } = fresh
  const key = `${rest.flowPoint} ${rest.raisedAt}`
  const name = inventName(chance(`alert:${key}`), COMMUNITIES[people], rest.sex)
  return {
    id: idOf(`alert:${key}`),
    code: codeOf(key),
    state: 'NEW',
    raisedById,
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
  const flowPoint = pointOf(officeId)
  const seen = {
    flowPoint,
    officeId,
    raisedAt,
    urgency: 'NORMAL',
    sex,
    age: random.int(17, 58),
    vulnerabilities: ['NONE'],
    people: officeId === 'MOP' ? 'dogon' : 'songhai_gao',
    contactAgreed: reason === 'DECLINED_HELP' ? 'NO' : 'YES',
    safeContact: '',
  } satisfies Fresh
  const fresh = waiting(seen, raiser(officeId, flowPoint))
  return { ...fresh, state: 'NO_ACTION', reason, ...triaged(random, officeId, raisedAt) }
}

const urgencyOf = ({ risk }: Case): Alert['urgency'] =>
  risk === 'HIGH' ? 'EMERGENCY' : risk === 'MEDIUM' ? 'URGENT' : 'NORMAL'

/** The alert that a case was opened from, as the enumerator wrote it. */
function opened(file: Case, flowPoint: string): Alert {
  const { person, officeId, openedAt } = file
  const raisedAt = plusMinutes(openedAt, -chance(`raised:${file.id}`).int(35, 180))
  const age = ageReached(person, dayOf(openedAt)) ?? 30
  const refuses = file.state === 'DRAFT' && age < 18
  return {
    id: idOf(`alert:${file.id}`),
    code: codeOf(file.id),
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
    vulnerabilities: [visible(age)],
    // A child alone whose file has only begun: nobody calls before somebody has asked how.
    contactAgreed: refuses ? 'NO' : 'YES',
    safeContact: refuses
      ? 'Le téléphone est à son oncle ; vient au point chaque matin'
      : person.safeContact.detail,
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
  const fresh = FRESH.map((one) => waiting(one, raiser(one.officeId, one.flowPoint)))
  const alerts: Alert[] = [...fresh, ...DISMISSED.map(dismissed)]
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
