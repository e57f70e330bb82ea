import { randomUUID } from 'node:crypto'
import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, test } from '../support/test'

test('a job that failed too often is seen by the administrator, who has it tried again', async ({
  signIn,
}) => {
  const [job] = await maintaining(
    (tx) => tx`insert into jobs.outbox (task, subject_id, run_at, attempts, failed_at, result)
      values ('send-referral', ${randomUUID()}, now(), 10, now(), 'SQL_57014') returning id`,
  )
  const admin = await signIn(account('ADMIN'))
  await admin.goto('/work')
  await admin.getByRole('link', { name: 'Abandonnés, à reprendre' }).click()
  const row = admin.getByRole('row').filter({ hasText: 'SQL_57014' }).first()
  await expect(row).toContainText('Envoi d’un référencement')
  await expect(row).toContainText('10')

  await admin
    .getByRole('form', { name: `Réessayer le travail ${job?.id}` })
    .getByRole('button')
    .click()
  await expect(admin.getByRole('status')).toContainText('Le travail est repris')
  await expect(async () => {
    const [now] = await maintaining((tx) => tx`select result from jobs.outbox where id = ${String(job?.id)}`)
    expect(now?.result).toBe('NOT_APPROVED')
  }).toPass({ timeout: 15_000 })
})
