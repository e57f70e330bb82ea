import type { TransactionSql } from 'postgres'
import { sealedPlace } from '@/lib/casework/appointments/sealed'
import { meetsPerson } from '@/lib/casework/followups/rhythm'
import { wordsPlace } from '@/lib/casework/followups/words-place'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import type { ToldAppointment, ToldFollowUp } from '../demo/follow-ups'
import { at } from '../demo/moments'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf } from '../demo/records'
import { insertRows, type SeedRow } from './bulk'

/** How the told cases were followed up, what is booked for their coming week, and for those still open their last review. */
export async function insertFollowing(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  for (const file of files) {
    const key = teamKeys.get(file.case.id)
    if (!key) continue
    await insertRows(
      tx,
      'app.follow_ups',
      (file.followUps ?? []).map((one) => followUpRow(file, key, one)),
    )
    await insertRows(
      tx,
      'app.appointments',
      (file.appointments ?? []).map((one) => appointmentRow(file, key, one)),
    )
    if (file.case.state === 'OPEN') await insertReview(tx, file)
  }
}

function followUpRow(file: CaseFile, key: OpenKey, { on, text, ...one }: ToldFollowUp): SeedRow {
  return {
    ...ownerOf(file),
    ...one,
    onDay: on,
    recordedBy: file.case.leadId,
    recordedAt: at(on, '16:30'),
    keyId: text === '' ? null : key.id,
    words: text === '' ? null : seal(key, wordsPlace('app.follow_ups', one.id), text),
  }
}

function appointmentRow(file: CaseFile, key: OpenKey, { place, ...one }: ToldAppointment): SeedRow {
  return {
    ...ownerOf(file),
    ...one,
    bookedBy: file.case.leadId,
    keyId: key.id,
    words: seal(key, sealedPlace(one.id), JSON.stringify({ place })),
  }
}

/** On the day of the last contact, with the person; the next one is due by the risk from then. */
async function insertReview(tx: TransactionSql, file: CaseFile): Promise<void> {
  const last = (file.followUps ?? []).filter(({ type }) => meetsPerson(type)).at(-1)
  if (!last) return
  const { id, leadId, code } = file.case
  const row = {
    ...ownerOf(file),
    id: idOf(`review:${code}`),
    onDay: last.on,
    saidWith: 'PERSON',
    changed: [],
    leadsTo: 'GO_ON',
    reviewedBy: leadId,
    reviewedAt: at(last.on, '16:40'),
  }
  await insertRows(tx, 'app.case_reviews', [row])
  await tx`update app.tasks t set opened_at = ${row.reviewedAt}, due_at = app.office_closes(${row.reviewedAt}::timestamptz
      + app.setting('review.' || t.reason)) where t.kind = 'REVIEW_CASE' and t.case_id = ${id} and t.state = 'OPEN'`
}
