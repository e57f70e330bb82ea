import { answered, at, keepRunning, type Places } from './places'

/** Where the answers of referrals, of harm and of abuse are kept. PURE. */
const message = (field: string) => at(field, 'app.referral_messages.body')
const COMMENT = 'app.referral_comments.body'
const comment = at('comment', COMMENT)
const eventReason = (field: string) => at(field, 'app.referral_events.reason')
const queueTab = at('kind', 'steers')

const referrals: Record<string, Places> = {
  'referral.start': {
    ...answered,
    ...keepRunning,
    ...at('service', 'app.referrals.service'),
    ...at('previous', 'app.referrals.previous_id'),
    ...at('entry', 'app.referrals.entry_id'),
  },
  // Until it leaves, the draft holds the answer; on sending it becomes a row of consent.
  'referral.edit-consent': {
    ...Object.fromEntries(Object.keys(answered).map((field) => [field, ['app.referrals.draft']])),
    ...keepRunning,
  },
  'referral.edit-service': {
    ...at('service', 'app.referrals.service'),
    ...at('entry', 'app.referrals.entry_id', 'app.referrals.partner_code'),
    ...at('priority', 'app.referrals.priority'),
    ...at('reasonText meetingPlace askedByPerson', 'app.referrals.draft'),
  },
  'referral.edit-share': {
    ...at('facts', 'app.referrals.facts'),
    ...at('withoutName', 'app.referrals.without_name'),
    ...at('contactAgreed', 'app.referrals.draft'),
    ...at('papers', 'app.referrals.draft', 'app.share_papers.document_id'),
    ...at('read list', 'confirms'),
    ...at('stay', 'steers'),
  },
  'referral.submit': at('read harmAsked facts papers withoutName contactAgreed list', 'confirms'),
  'referral.send-emergency': at('read harmAsked', 'confirms'),
  'referral.approve': { ...at('hash', 'app.referrals.approved_hash'), ...queueTab },
  'referral.return': { ...eventReason('reason'), ...comment, ...queueTab },
  'referral.reroute': { ...at('entry', 'app.tasks.reason'), ...queueTab },
  'referral.reassign': { ...at('supervisor', 'app.referrals.supervisor_id'), ...queueTab },
  'referral.review': { ...at('verdict', 'app.referrals.review_verdict'), ...queueTab },
  'referral.undo': queueTab,
  'queue.claim': { ...queueTab, ...at('of', 'app.queue_marks.kind') },
  'queue.set-aside': {
    ...queueTab,
    ...at('of', 'app.queue_marks.kind'),
    ...at('asideReason', 'app.queue_marks.reason'),
    ...at('asideFor', 'app.queue_marks.until'),
  },
  'queue.let-go': { ...queueTab, ...at('of', 'steers') },
  'referral.accept': {
    ...at('expectedOn', 'app.referrals.expected_on'),
    ...message('where'),
    ...message('note'),
  },
  'referral.ask': message('question'),
  'referral.answer': message('message'),
  'referral.decline': { ...eventReason('decline'), ...message('why') },
  'referral.complete': {
    ...at('outcome', 'app.referrals.outcome'),
    ...at('servedOn', 'app.referrals.outcome_on'),
    ...message('note'),
  },
  'referral.record': {
    ...at('said', 'app.referral_events.verb'),
    ...at('channel', 'app.referral_events.channel'),
    ...message('recordMessage'),
    ...eventReason('declineReason'),
    ...at('expectedOn', 'app.referrals.expected_on'),
    ...at('result', 'app.referrals.outcome'),
    ...at('resultOn', 'app.referrals.outcome_on'),
  },
  'referral.note-deleted': {
    ...at('channel', 'app.referral_events.channel'),
    ...at('deletedOn', 'app.referrals.deletion_told_on'),
    ...at('deletedBy', COMMENT),
    ...at('deletedWords', COMMENT),
  },
  'referral.cancel': { ...eventReason('cancelReason'), ...comment },
  'referral.close-unserved': {
    ...eventReason('unservedReason'),
    ...at('follow', 'app.referrals.unserved_follow'),
  },
  'referral.tell-person': at('told', 'app.tasks.outcome'),
  'referral.verify': {
    ...at('received', 'app.verifications.received'),
    ...at('wanted', 'app.verifications.wanted'),
    ...at('satisfied', 'app.verifications.satisfied'),
    ...at('harm', 'app.harm_reports.kind'),
    ...at('harmWords', 'app.harm_reports.words'),
    ...at('untold', 'app.referrals.untold'),
    ...at('askedOn', 'app.verifications.asked_on'),
    ...at('note', 'app.verifications.note'),
  },
  'referral.report-harm': {
    ...at('kind', 'app.harm_reports.kind'),
    ...at('words', 'app.harm_reports.words'),
  },
  'referral.settle-harm': { ...at('action', 'app.harm_reports.action'), ...at('report', 'names') },
}

const psea: Record<string, Places> = {
  'psea.report': {
    ...at('safeNow', 'app.psea_reports.safe_now'),
    ...at('organisation', 'app.psea_reports.partner_code'),
    ...at('named', 'app.psea_reports.named_id'),
    ...at('words', 'app.psea_reports.words'),
  },
  'psea.close': at('outcome', 'app.psea_reports.outcome'),
}

/** Two verbs of one name: the partner's and ours ask in other fields. */
const bothSides: Record<string, Places> = {
  'referral.rebook': {
    ...at('bookedOn rebookOn', 'app.referrals.expected_on'),
    ...message('note'),
  },
  'referral.report-not-accessed': {
    ...eventReason('absence'),
    ...message('why'),
    ...eventReason('notAccessedReason'),
    ...comment,
  },
}

export const keptOfReferrals: Readonly<Record<string, Places>> = { ...referrals, ...psea, ...bothSides }
