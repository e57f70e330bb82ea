import { keptOfAssessments } from './kept-of-assessments'
import { keptOfDocuments } from './kept-of-documents'
import { keptOfFollowing } from './kept-of-following'
import { keptOfNotes } from './kept-of-notes'
import { keptOfPapers } from './kept-of-papers'
import { keptOfPeople } from './kept-of-people'
import { keptOfPlans } from './kept-of-plans'
import { keptOfProjects } from './kept-of-projects'
import { keptOfReferrals } from './kept-of-referrals'
import { keptOfReturn } from './kept-of-return'
import { keptOfServices } from './kept-of-services'
import { answered, at, keepRunning, type Places } from './places'

/**
 * Where the answer to each question of each verb is kept, for the data dictionary. PURE. A place is `schema.table.column`;
 * what is not kept says why with a word of `NOT_KEPT`. `drizzle/data-dictionary.db.test.ts` holds that every field of every
 * verb stands here and that every place exists.
 */
const person = 'app.people'

const alerts: Record<string, Places> = {
  'alert.raise': {
    ...at('flowPoint', 'app.alerts.flow_point'),
    ...at('seenOn', 'app.alerts.seen_on'),
    ...at('given family safeContact', 'app.alerts.identity'),
    ...at('sex', 'app.alerts.sex'),
    ...at('age', 'app.alerts.age'),
    ...at('ageEstimated', 'app.alerts.age_estimated'),
    ...at('nationality', 'app.alerts.nationality'),
    ...at('vulnerabilities', 'app.alerts.vulnerabilities'),
    ...at('urgency', 'app.alerts.urgency'),
    ...at('contactAgreed', 'app.alerts.contact_agreed'),
    ...at('another', 'steers'),
  },
  'alert.take-in': {
    ...at('agency', 'app.alerts.agency'),
    ...at('cercle', 'app.alerts.cercle', 'app.alerts.office_id'),
    ...at('reference service need', 'app.alerts.referral'),
    ...at('given family safeContact', 'app.alerts.identity'),
    ...at('sex', 'app.alerts.sex'),
    ...at('age', 'app.alerts.age'),
    ...at('ageEstimated', 'app.alerts.age_estimated'),
    ...at('nationality', 'app.alerts.nationality'),
    ...at('urgency', 'app.alerts.urgency'),
    ...at('contactAgreed', 'app.alerts.contact_agreed'),
    ...at('agreed', 'confirms'),
  },
  'alert.take-in-file': {
    ...at('agency', 'app.alerts.agency'),
    ...at('cercle', 'app.alerts.cercle', 'app.alerts.office_id'),
    ...at('bundle', 'app.alerts.referral', 'app.alerts.identity'),
    ...at('problems', 'steers'),
    ...at('seen', 'confirms'),
  },
  'alert.tell-agency': {
    ...at('says', 'app.inbound_answers.says'),
    ...at('way', 'app.inbound_answers.way'),
  },
  'alert.close': at('reason', 'app.alerts.reason'),
  'alert.link': {
    ...at('candidate caseCode', 'app.alerts.case_id'),
    ...at('reopenReason', 'app.case_events.reason'),
  },
  'alert.open-case': at('lead', 'app.cases.lead_id', 'app.case_members.user_id'),
}

/** How one is told: a number, and a way for each kind of event. */
const ways = (abouts: string): Places => ({
  ...at('phone', 'app.notice_choices.phone'),
  ...at(abouts, 'app.notice_choices.ways'),
  ...at('night', 'app.notice_choices.night'),
})

/** Asked with the consent, in codes. */
const safeFirst: Places = {
  ...at('safeContact', `${person}.safe_contact`),
  ...at('withholdFrom', `${person}.identity`),
}

const lineKept: Places = {
  ...at('kind', 'steers'),
  ...at('service', 'app.assistance.service'),
  ...at('quantity', 'app.assistance.quantity'),
  ...at('givenOn', 'app.assistance.given_on'),
  ...at('donor', 'app.assistance.donor', 'app.assistance.project_id'),
  ...at('forWhom', 'app.assistance.for_whom'),
  ...at('members', 'app.assistance.for_people'),
  ...at('sure again', 'confirms'),
}

const registration: Record<string, Places> = {
  'case.open': {
    ...answered,
    ...at('stats', 'app.consents.status'),
    ...at('source', 'app.cases.source'),
    ...at('cercle', 'app.cases.cercle'),
    ...at('sex', `${person}.sex`),
    ...at('age', `${person}.birth_year`),
    ...at('ageBasis', `${person}.age_basis`),
    ...at('household member', 'app.household_links.member_id'),
    ...safeFirst,
  },
  'case.answer-consent': { ...answered, ...at('stats', 'app.consents.status'), ...safeFirst },
  ...keptOfAssessments,
  ...keptOfPeople,
  'case.remove-household-member': at('member', 'names'),
}

const cases: Record<string, Places> = {
  'case.add-colleague': at('colleague', 'app.case_members.user_id'),
  'case.remove-colleague': at('colleague', 'app.case_members.until'),
  'case.hand-over': at('moves', 'app.cases.lead_id', 'app.case_members.user_id'),
  'case.call-anyway': at('callReason', 'app.call_clearances.reason'),
  'case.hold': {
    ...at('holdReason', 'app.cases.last_reason', 'app.case_events.reason'),
    ...at('reviewOn', 'app.cases.hold_until'),
  },
  'case.restrict': {
    ...at('supervisors', 'app.case_members.user_id'),
    ...at('restrictReason', 'app.case_restrictions.reason'),
  },
  'case.return-rating': at('rateAgainFor', 'app.tasks.reason'),
  'case.ask-closure': {
    ...at('closureReason', 'app.case_closings.reason'),
    ...at('evidence', 'app.case_closings.evidence'),
    ...at('checklist', 'app.case_closings.checklist'),
    ...at('personTold', 'app.case_closings.told'),
    ...at('left', 'app.case_closings.left_open'),
    ...at('criteria', 'app.case_closings.criteria'),
    ...at('words', 'app.case_closings.words'),
  },
  'case.close': at('seen', 'confirms'),
  'case.return-closure': at('comment', 'app.case_closings.comment'),
  'case.reopen': at('reopenReason', 'app.cases.last_reason', 'app.case_events.reason'),
  'case.say-same': { ...at('answer', 'app.same_person.said'), ...at('other pair', 'names') },
  'case.merge': at('says', 'app.same_person.decided'),
  ...keptOfDocuments,
  ...keptOfFollowing,
  ...keptOfPlans,
  ...keptOfProjects,
  ...keptOfNotes,
  ...keptOfPapers,
  'assistance.record': lineKept,
  'assistance.correct': { ...lineKept, ...at('correctReason', 'app.assistance.ended_reason') },
  'assistance.cancel': at('cancelReason', 'app.assistance.ended_reason'),
  'case.offer-transfer': {
    ...at('to', 'app.case_transfers.to_office'),
    ...at('transferReason', 'app.case_transfers.reason'),
    ...at('said', 'app.case_transfers.told'),
    ...at('word', 'app.case_transfers.note'),
  },
  'case.offer-to-agency': {
    ...at('consent', 'app.case_transfers.consent_id'),
    ...at('transferReason', 'app.case_transfers.reason'),
    ...at('word', 'app.case_transfers.note'),
  },
  'transfer.accept': at('lead', 'app.cases.lead_id', 'app.case_members.user_id'),
  'transfer.refuse': at('refusal', 'app.case_transfers.refusal'),
  'transfer.record-answer': {
    ...at('says', 'app.case_transfers.state'),
    ...at('refusalIfNo', 'app.case_transfers.refusal'),
    ...at('who', 'app.case_transfers.answer_words'),
    ...at('how', 'app.case_transfers.answer_how'),
    ...at('on', 'app.case_transfers.answer_on'),
  },
  'case.hand-out': { ...at('left', 'app.case_transfers.left_open'), ...at('handed', 'confirms') },
  'view.keep': {
    ...at('name', 'app.case_views.name'),
    ...at('whose', 'app.case_views.owner_id', 'app.case_views.office_id'),
    ...at(
      'filter',
      'app.case_views.of_view',
      'app.case_views.risk',
      'app.case_views.turn',
      'app.case_views.sex',
      'app.case_views.of_office',
      'app.case_views.of_lead',
      'app.case_views.sort',
      'app.case_views.falling',
    ),
  },
  'view.name': at('name', 'app.case_views.name'),
  'notice.choose': ways('answer decision late'),
  'notice.choose-as-supervisor': ways('emergency harm turn late'),
  'notice.choose-for-base': ways('emergency new ours late'),
  'staff.note-leave': { ...at('firstDay', 'app.leaves.from_on'), ...at('lastDay', 'app.leaves.to_on') },
  'staff.note-own-leave': { ...at('firstDay', 'app.leaves.from_on'), ...at('lastDay', 'app.leaves.to_on') },
  'staff.drop-leave': at('leave', 'names'),
  'staff.note-languages': {
    ...at('languages', 'access.users.languages'),
    ...at('moreLanguage', 'access.users.languages'),
  },
}

const consents: Record<string, Places> = {
  'consent.record': {
    ...answered,
    ...keepRunning,
    ...at('purpose', 'app.consents.purpose'),
    ...at('partner', 'app.consents.partner_code'),
    ...at('service', 'app.consents.service'),
    ...at('facts', 'app.consents.facts'),
    ...at('note', 'app.consents.detail'),
  },
  'consent.confirm': {
    ...at('says', 'app.consent_confirmations.says'),
    ...at('unconfirmedFor', 'app.consent_confirmations.reason'),
    ...at('item', 'names'),
  },
  'consent.withdraw': { ...at('withdrawReason', 'app.referral_events.reason'), ...at('code', 'names') },
  'case.withdraw-consent': {
    ...at('withdrawReason', 'app.referral_events.reason'),
    ...at('keep', 'steers'),
    ...at('told', 'log'),
  },
}

export const KEPT: Readonly<Record<string, Places>> = {
  ...alerts,
  ...registration,
  ...cases,
  ...consents,
  ...keptOfReferrals,
  ...keptOfReturn,
  ...keptOfServices,
}
