import { beforeAll, expect, test } from 'vitest'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { reading } from '@/lib/testing/reading'
import { seedDemo } from '../seed'
import { planDemo } from './plan-demo'

const plan = planDemo()
const withdrawn = plan.files.filter(({ referrals }) =>
  referrals.some(({ state }) => state === 'CONSENT_WITHDRAWN'),
)

beforeAll(async () => {
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  await root()`update app.instance set demo = true`
  const alerts = plan.alerts.filter(({ id }) => withdrawn.some((file) => file.case.alertId === id))
  expect(await seedDemo({ ...plan, files: withdrawn, alerts })).toBe('seeded')
})

test('what left and was withdrawn is deleted, or waits for it in the queue since it was withdrawn', async () => {
  const rows =
    await root()`select r.partner_deleted_at is not null as deleted, t.opened_at = r.last_at as since,
      t.due_at = r.last_at + app.setting('withdrawal.deleted') as due, t.state
    from app.referrals r left join app.tasks t on t.subject_id = r.id and t.kind = 'AWAIT_DELETION'
    where r.state = 'CONSENT_WITHDRAWN' and r.sent_at is not null`
  const waiting = rows.filter(({ deleted }) => !deleted)
  expect(waiting.length).toBeGreaterThan(0)
  for (const row of waiting) expect(row).toMatchObject({ since: true, due: true, state: 'OPEN' })
  for (const row of rows.filter(({ deleted }) => deleted)) expect(row.state).toBeNull()
})

test('a supervisor’s queue counts it', async () => {
  const [one] =
    await root()`select office_id from app.tasks where kind = 'AWAIT_DELETION' and state = 'OPEN' limit 1`
  const found = await reading(await signedIn('SUPERVISOR', String(one?.office_id)), (ctx) =>
    viewQueue(ctx, {}),
  )
  expect('view' in found && found.view.counts.withdrawn).toBeGreaterThan(0)
})
