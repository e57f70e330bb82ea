import type { CaseCode } from '@/lib/casework/numbers/case-code'
import type { ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import { buildFile, type FileSpec, type ReferralPlan } from './case-file'
import { isOffered } from './directory'
import { at, dayOf, plusDays, plusHours, workday, workdayBefore } from './moments'
import { random as chance, type Random } from './random'
import type { CaseFile, Closing, Moment, OfficeId, PartnerCode } from './records'
import type { Goal } from './route'
import { SITUATIONS, type Situation, type SituationName, situationsFor } from './situations'

/** The five agencies whose referred people the pilot figures count. */
export const FIVE: readonly PartnerCode[] = ['UNICEF', 'SAVE', 'ICRC', 'ACTED', 'NRC']

type Row = readonly [
  OfficeId,
  PartnerCode,
  ServiceCode,
  'EMERGENCY' | 'URGENT' | 'NORMAL',
  Goal,
  moment: Moment,
]

/** Waiting for a supervisor: the moment is when the draft was begun. Two of each pair of offices wait too long. */
const WAITING: readonly Row[] = [
  ['BKO', 'NRC', 'LEGAL_DOC', 'NORMAL', 'PENDING_APPROVAL', '2014-06-25T15:10:00Z'],
  ['MOP', 'SAVE', 'SHEL_HOST', 'URGENT', 'PENDING_APPROVAL', '2014-06-27T09:20:00Z'],
  ['BKO', 'UNICEF', 'REINT_EDU', 'NORMAL', 'PENDING_APPROVAL', '2014-06-30T07:35:00Z'],
  ['MOP', 'ACTED', 'FOOD_RATION', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T07:50:00Z'],
  ['BKO', 'ICRC', 'FTR_TRACE', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T08:05:00Z'],
  ['MOP', 'NRC', 'LEGAL_HLP', 'NORMAL', 'PENDING_APPROVAL', '2014-06-29T16:20:00Z'],
  ['MOP', 'CSREF', 'MED_HOSP', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T08:12:00Z'],
  ['TBT', 'MSF', 'MED_HOSP', 'URGENT', 'PENDING_APPROVAL', '2014-06-27T10:40:00Z'],
  ['GAO', 'NRC', 'LEGAL_DOC', 'NORMAL', 'PENDING_APPROVAL', '2014-06-25T11:05:00Z'],
  ['GAO', 'ACTED', 'NFI_KIT', 'NORMAL', 'PENDING_APPROVAL', '2014-06-30T07:32:00Z'],
  ['TBT', 'ICRC', 'FOOD_RATION', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T07:44:00Z'],
  ['GAO', 'UNICEF', 'CP_CARE', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T08:02:00Z'],
  ['TBT', 'ACTED', 'NFI_KIT', 'NORMAL', 'PENDING_APPROVAL', '2014-06-29T15:50:00Z'],
  ['GAO', 'CSCOM', 'MED_CONS', 'URGENT', 'PENDING_APPROVAL', '2014-06-30T08:10:00Z'],
]

/** Of low risk, to one agency for one service: a supervisor may let them go together. Mothers who stand on their feet. */
const TOGETHER: readonly Moment[] = ['2014-06-30T07:32:00Z', '2014-06-29T15:50:00Z']

/** Back with the caseworker, or not yet finished. */
const WITH_US: readonly Row[] = [
  ['BKO', 'ACTED', 'NFI_KIT', 'NORMAL', 'RETURNED', '2014-06-26T10:15:00Z'],
  ['GAO', 'ICRC', 'FTR_TRACE', 'URGENT', 'RETURNED', '2014-06-27T08:50:00Z'],
  ['MOP', 'SAVE', 'REINT_EDU', 'NORMAL', 'DRAFT', '2014-06-27T15:25:00Z'],
  ['TBT', 'NRC', 'LEGAL_DOC', 'NORMAL', 'DRAFT', '2014-06-26T14:40:00Z'],
]

/** Sent at once this morning; a supervisor has yet to look at them. */
const EMERGENCIES: readonly Row[] = [
  ['MOP', 'SAVE', 'CP_CARE', 'EMERGENCY', 'SENT', '2014-06-30T07:31:00Z'],
  ['GAO', 'UNICEF', 'CP_CARE', 'EMERGENCY', 'SENT', '2014-06-30T07:48:00Z'],
]

/** With the partners: the moment is when it left. */
const INBOXES: readonly Row[] = [
  // Reported, and the person says that it did not come: two within their days, one late.
  ['GAO', 'ACTED', 'FOOD_RATION', 'NORMAL', 'CONTESTED', '2014-06-12T09:36:00Z'],
  ['MOP', 'NRC', 'LEGAL_HLP', 'URGENT', 'CONTESTED', '2014-06-19T10:06:00Z'],
  ['BKO', 'SAVE', 'CP_CARE', 'URGENT', 'CONTESTED', '2014-06-20T10:26:00Z'],
  ['BKO', 'UNICEF', 'CP_CARE', 'URGENT', 'SENT', '2014-06-29T17:30:00Z'],
  ['GAO', 'UNICEF', 'REINT_EDU', 'URGENT', 'SENT', '2014-06-20T11:02:00Z'],
  ['MOP', 'UNICEF', 'CP_BIA', 'URGENT', 'ACKNOWLEDGED', '2014-06-27T09:12:00Z'],
  ['TBT', 'UNICEF', 'REINT_EDU', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T10:04:00Z'],
  ['BKO', 'UNICEF', 'MHPSS_REC', 'NORMAL', 'INFO_REQUESTED', '2014-06-24T09:40:00Z'],
  ['GAO', 'UNICEF', 'CP_BIA', 'URGENT', 'ACCEPTED', '2014-06-25T08:32:00Z'],
  ['MOP', 'UNICEF', 'CP_CARE', 'NORMAL', 'IN_PROGRESS', '2014-06-16T10:22:00Z'],
  ['BKO', 'SAVE', 'MHPSS_REC', 'NORMAL', 'SENT', '2014-06-30T07:47:00Z'],
  ['GAO', 'SAVE', 'CP_CARE', 'URGENT', 'SENT', '2014-06-29T16:55:00Z'],
  ['MOP', 'SAVE', 'REINT_EDU', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T09:06:00Z'],
  ['BKO', 'SAVE', 'REINT_EDU', 'NORMAL', 'ACKNOWLEDGED', '2014-06-25T13:31:00Z'],
  ['MOP', 'SAVE', 'MHPSS_REC', 'NORMAL', 'INFO_REQUESTED', '2014-06-24T11:15:00Z'],
  ['GAO', 'SAVE', 'SHEL_HOST', 'URGENT', 'ACCEPTED', '2014-06-25T09:04:00Z'],
  ['BKO', 'SAVE', 'CP_CARE', 'NORMAL', 'IN_PROGRESS', '2014-06-17T09:48:00Z'],
  ['TBT', 'ICRC', 'FTR_TRACE', 'URGENT', 'SENT', '2014-06-29T17:05:00Z'],
  ['MOP', 'ICRC', 'FOOD_RATION', 'NORMAL', 'SENT', '2014-06-30T07:52:00Z'],
  ['GAO', 'ICRC', 'FTR_TRACE', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T09:28:00Z'],
  ['BKO', 'ICRC', 'FTR_TRACE', 'URGENT', 'ACKNOWLEDGED', '2014-06-27T08:46:00Z'],
  ['TBT', 'ICRC', 'NFI_KIT', 'NORMAL', 'INFO_REQUESTED', '2014-06-24T10:34:00Z'],
  ['GAO', 'ICRC', 'FTR_REUN', 'URGENT', 'ACCEPTED', '2014-06-25T10:11:00Z'],
  ['MOP', 'ICRC', 'FTR_TRACE', 'NORMAL', 'IN_PROGRESS', '2014-06-16T09:02:00Z'],
  ['GAO', 'ACTED', 'FOOD_RATION', 'URGENT', 'SENT', '2014-06-29T16:41:00Z'],
  ['TBT', 'ACTED', 'NFI_KIT', 'NORMAL', 'SENT', '2014-06-30T07:58:00Z'],
  ['MOP', 'ACTED', 'FOOD_RATION', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T11:09:00Z'],
  ['BKO', 'ACTED', 'REINT_IGA', 'NORMAL', 'ACKNOWLEDGED', '2014-06-25T09:55:00Z'],
  ['GAO', 'ACTED', 'SHEL_KIT', 'NORMAL', 'INFO_REQUESTED', '2014-06-24T08:57:00Z'],
  ['TBT', 'ACTED', 'FOOD_RATION', 'URGENT', 'ACCEPTED', '2014-06-25T08:19:00Z'],
  ['MOP', 'ACTED', 'REINT_TRAIN', 'NORMAL', 'IN_PROGRESS', '2014-06-17T10:36:00Z'],
  ['BKO', 'NRC', 'LEGAL_HLP', 'URGENT', 'SENT', '2014-06-19T14:20:00Z'],
  ['GAO', 'NRC', 'LEGAL_COUN', 'NORMAL', 'SENT', '2014-06-30T08:07:00Z'],
  ['MOP', 'NRC', 'LEGAL_DOC', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T08:39:00Z'],
  ['TBT', 'NRC', 'LEGAL_HLP', 'URGENT', 'ACKNOWLEDGED', '2014-06-27T09:33:00Z'],
  ['GAO', 'NRC', 'LEGAL_DOC', 'NORMAL', 'INFO_REQUESTED', '2014-06-24T13:27:00Z'],
  ['BKO', 'NRC', 'SHEL_RENT', 'URGENT', 'ACCEPTED', '2014-06-25T11:44:00Z'],
  ['TBT', 'NRC', 'REINT_EDU', 'NORMAL', 'IN_PROGRESS', '2014-06-16T08:51:00Z'],
  ['GAO', 'MSF', 'MED_CONS', 'URGENT', 'SENT', '2014-06-29T17:12:00Z'],
  ['MOP', 'MDM', 'MHPSS_IND', 'NORMAL', 'ACKNOWLEDGED', '2014-06-26T10:48:00Z'],
  ['BKO', 'CSCOM', 'MED_CONS', 'URGENT', 'ACCEPTED', '2014-06-26T09:17:00Z'],
  // The health centres of Tombouctou have no account: this one is answered by link.
  ['TBT', 'CSCOM', 'MED_CONS', 'URGENT', 'SENT', '2014-06-30T07:33:00Z'],
]

/** Closures that wait for the supervisor. */
const CLOSURES: readonly (readonly [
  OfficeId,
  SituationName,
  opened: string,
  asked: Moment,
  words: string,
])[] = [
  [
    'MOP',
    'going_home',
    '2014-04-22',
    '2014-06-27T10:20:00Z',
    'Rentré chez lui ; joint deux fois depuis, tout va bien.',
  ],
  [
    'TBT',
    'lone_mother',
    '2014-04-29',
    '2014-06-27T15:05:00Z',
    'Elle a un toit et un revenu. Elle sait où nous trouver.',
  ],
]

/** Goals reviewed with the person, who knows and can come back. */
const goalsMet = (askedAt: Moment, words: string): Closing => ({
  askedAt,
  told: 'YES',
  evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
  checklist: ['GOALS', 'SAFETY', 'COME_BACK', 'RETENTION', 'DATA_SHEET'],
  left: 'GOES_ON',
  words,
})

/** Opened from an alert, not yet registered: nothing is known that the alert did not say. */
const UNREGISTERED: readonly (readonly [OfficeId, SituationName, opened: string])[] = [
  ['BKO', 'stranded', '2014-06-27'],
  ['MOP', 'lone_mother', '2014-06-27'],
  ['TBT', 'older_person', '2014-06-27'],
  ['GAO', 'separated_child', '2014-06-27'],
]

type NextCode = () => CaseCode

function situationOf(random: Random, partner: PartnerCode, service: ServiceCode): SituationName {
  return random.pick(situationsFor(partner, service))
}

/**
 * A settled referral to one of the five, weeks before: whoever waits for approval has been referred once,
 * so that approving the demo's queue leaves the quarter's count of people as it is.
 */
function earlier(
  random: Random,
  office: OfficeId,
  situation: SituationName,
  not: ServiceCode,
): ReferralPlan[] {
  const { refers }: Situation = SITUATIONS[situation]
  const offered = refers.filter(
    ([partner, service]) => FIVE.includes(partner) && isOffered(partner, service, office),
  )
  const [partner, service] = random.pick(offered.filter(([, service]) => service !== not)) ?? offered[0] ?? []
  if (!partner || !service) return []
  const start = at(workday(`2014-05-${random.int(19, 23)}`), `10:${random.int(10, 59)}`)
  return [{ partner, service, priority: 'URGENT', goal: 'VERIFIED', start, brisk: true }]
}

function planOf([, partner, service, priority, goal, moment]: Row): ReferralPlan {
  const plan = { partner, service, priority, goal, brisk: true }
  const sent = INBOXES.some((row) => row[5] === moment)
  if (!sent) return { ...plan, start: moment, unreviewed: true }
  // What leaves early in the morning was written the afternoon before.
  const start =
    moment.slice(11) < '10:30' ? at(workdayBefore(dayOf(moment)), '15:05') : plusHours(moment, -2.5)
  return { ...plan, start, leaves: moment }
}

function specOf(random: Random, row: Row, code: CaseCode): FileSpec {
  const [office, partner, service] = row
  const picked = situationOf(random, partner, service)
  const situation = TOGETHER.includes(row[5]) ? 'lone_mother' : picked
  const plan = planOf(row)
  const held = !INBOXES.includes(row) && !EMERGENCIES.includes(row) && FIVE.includes(partner)
  const before = held ? earlier(random, office, situation, service) : []
  const opened = workday(plusDays(dayOf(before[0]?.start ?? plan.start), -random.int(3, 6)))
  const referrals = [...before, plan]
  return {
    code,
    office,
    situation,
    opened,
    firstBy: plusDays(opened, 1),
    stats: 'GIVEN',
    staysOpen: null,
    referrals,
    ...(TOGETHER.includes(row[5]) && { risk: 'LOW' }),
  }
}

const plain = (situation: SituationName, office: OfficeId, opened: string, code: CaseCode): FileSpec => ({
  code,
  office,
  situation,
  opened,
  firstBy: plusDays(opened, 1),
  stats: 'GIVEN',
  staysOpen: null,
  referrals: [],
})

/** The team asked to close it; with what it said, where that is told. */
export function awaitingClosure(file: CaseFile, closing?: Closing): CaseFile {
  const asked = { ...file.case, state: 'PENDING_CLOSURE' as const, closureReason: 'GOALS_MET' as const }
  return { ...file, case: { ...asked, ...(closing && { closing }) } }
}

/** Opened, and nothing known yet that the alert did not say. */
export function unregistered(file: CaseFile): CaseFile {
  const person = { ...file.case.person, specificNeeds: [], concerns: [], household: [], withholds: [] }
  const record = { ...file.case, state: 'DRAFT' as const, risk: null, registeredAt: null, person }
  return { ...file, case: record, consents: [], assistance: [], referrals: [], notes: [] }
}

/** Work that waits at nine o'clock on 30 June 2014: for supervisors, for partners, for ourselves. */
export function openFiles(nextCode: NextCode): CaseFile[] {
  const rows = [...WAITING, ...WITH_US, ...EMERGENCIES, ...INBOXES].map((row) => {
    const random = chance(`open:${row.join(' ')}`)
    return buildFile(random, specOf(random, row, nextCode()))
  })
  const closures = CLOSURES.map(([office, situation, opened, asked, words]) =>
    awaitingClosure(
      buildFile(chance(`closure:${office}`), plain(situation, office, opened, nextCode())),
      goalsMet(asked, words),
    ),
  )
  const drafts = UNREGISTERED.map(([office, situation, opened]) =>
    unregistered(buildFile(chance(`draft:${office}`), plain(situation, office, opened, nextCode()))),
  )
  return [...rows, ...closures, ...drafts]
}
