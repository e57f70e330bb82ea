import type { NewTask } from '@/lib/casework/tasks/open-task'
import { root } from '../database'

/** A task that waits, as the database itself would open it: no login opens one without what it follows from. */
export async function insertTask({ kind, subject, due, reason }: NewTask): Promise<void> {
  const about = subject.type === 'referral' ? 'app.referrals' : 'app.cases'
  await root().unsafe(
    `insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
      select $1, $2, x.id, x.${subject.type === 'referral' ? 'case_id' : 'id'}, x.office_id, x.sensitivity, $4::timestamptz, $5
      from ${about} x where x.id = $3
      on conflict (kind, subject_id) where state = 'OPEN' do update set due_at = excluded.due_at`,
    [kind, subject.type, subject.id, due?.toISOString() ?? null, reason ?? null],
  )
}
