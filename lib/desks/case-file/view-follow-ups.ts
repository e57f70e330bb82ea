import { sql } from 'drizzle-orm'
import { type AppointmentJson, appointmentsJson } from '@/lib/casework/appointments/queries'
import { opened } from '@/lib/casework/appointments/sealed'
import { type ChosenJson, chosenJson, readChosen } from '@/lib/casework/cases/chosen-day'
import { lostContact } from '@/lib/casework/followups/lost-contact'
import { mayFollow } from '@/lib/casework/followups/policy'
import {
  type FollowUpJson,
  followUpsJson,
  type ReviewJson,
  reviewsJson,
} from '@/lib/casework/followups/queries'
import { wordsPlace } from '@/lib/casework/followups/words-place'
import type { Settings } from '@/lib/desks/work/why-due'
import type { Risk } from '@/lib/engines/clocks/rules'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import { limitSettings } from '@/lib/platform/settings/read'
import { type CaseHead, caseHead, openText } from './head'

type Lists = {
  follow: FollowUpJson[] | null
  reviews: ReviewJson[] | null
  appointments: AppointmentJson[] | null
  chosen: ChosenJson
  review: string | null
  settings: Settings | null
}

/** Everything by which a person is followed: appointments, contacts and attempts, reviews. Three statements. */
export async function viewFollowUps(reading: Reading, code: string) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const { actor } = reading
  const [lists] = await reading.tx.execute<Lists>(sql`select ${followUpsJson(actor, id)} as follow,
    ${reviewsJson(actor, id)} as reviews, ${appointmentsJson(actor, id)} as appointments, ${chosenJson(actor, id)} as chosen,
    (select t.due_at from app.tasks t where t.case_id = ${id} and t.kind = 'REVIEW_CASE' and t.state = 'OPEN') as review,
    ${limitSettings} as settings`)
  const follow = (lists?.follow ?? []).map((row) => ({ ...row, words: wordsOf(head, 'app.follow_ups', row) }))
  return {
    view: {
      head,
      follow,
      reviews: (lists?.reviews ?? []).map((row) => ({
        ...row,
        words: wordsOf(head, 'app.case_reviews', row),
      })),
      appointments: (lists?.appointments ?? []).map((row) => appointmentOf(head, row)),
      chosen: readChosen(lists?.chosen ?? null),
      reviewAt: lists?.review ? new Date(lists.review) : null,
      lost: lostOf(head, follow),
      /** Days from one review to the next, by risk. */
      reviewDays: reviewDays(lists?.settings ?? {}),
      may: mayFollow(actor, head.reach).allowed,
    },
    subject: { type: 'case', id: code, caseId: id },
  }
}
export type FollowUpsView = Extract<Awaited<ReturnType<typeof viewFollowUps>>, { view: unknown }>['view']
export type ShownAppointment = FollowUpsView['appointments'][number]

const reviewDays = (settings: Settings) => {
  const of = (risk: Risk) => (settings[`review.${risk}`] ?? DEFAULTS[`review.${risk}`])?.value ?? 0
  return { HIGH: of('HIGH'), MEDIUM: of('MEDIUM'), LOW: of('LOW') }
}

type Worded = { id: string; keyId: string | null; words: string | null }
const wordsOf = (head: CaseHead, table: Parameters<typeof wordsPlace>[0], { id, keyId, words }: Worded) =>
  (keyId && words && openText(head, keyId, wordsPlace(table, id), words)) || ''

function appointmentOf({ keys }: CaseHead, { words, at, ...row }: AppointmentJson) {
  const known = opened({ ...row, words: Buffer.from(words, 'base64') }, keys)
  return { ...row, at: new Date(at), ...known }
}

/** How far the attempts since the last contact have come. */
const lostOf = (
  { reach: { record }, person }: CaseHead,
  follow: readonly { type: string; channel: string; on: string }[],
) =>
  lostContact({
    attempts: follow.filter(({ type }) => type === 'FAILED'),
    lastContactOn: record.lastContactOn,
    risk: record.risk,
    doNotContact: record.doNotContact,
    safeContact: person.safeContact,
  })

/**
 * Whether the last contact is another day's than the newest contact listed: an answer, help or a note said it, and the page tells
 * so. PURE.
 */
export const contactElsewhere = ({
  head,
  follow,
}: {
  head: { reach: { record: { lastContactOn: string | null } } }
  follow: readonly { type: string; on: string }[]
}): boolean => {
  const last = head.reach.record.lastContactOn
  return last !== null && !follow.some(({ type, on }) => type !== 'FAILED' && on >= last)
}

type Asking = { form: string; query: Query }

/** A page that asks about one follow-up, attempt or review. */
export async function prepareFollowUp(reading: Reading, code: string, { form, query }: Asking) {
  const found = await viewFollowUps(reading, code)
  if (!found.view) return found
  const verdict = mayFollow(reading.actor, found.view.head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject: found.subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, form, one(query, 'draft'))
  return { view: { ...found.view, draft }, subject: found.subject }
}
