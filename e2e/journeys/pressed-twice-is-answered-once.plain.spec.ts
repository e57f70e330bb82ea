import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, test } from '../support/test'

/** What the NRC has opened and not answered. */
async function toAnswer(): Promise<string> {
  const [row] = await maintaining(
    (tx) => tx<{ id: string }[]>`
      select id from app.referrals where partner_code = 'NRC' and state = 'ACKNOWLEDGED' and sensitivity = 'S3'
      order by sent_at, id limit 1`,
  )
  if (!row) throw new Error('the demonstration has nothing that the NRC is to answer')
  return row.id
}

const timesOf = async (id: string, verb: string) =>
  (
    await maintaining(
      (tx) => tx<{ n: number }[]>`
        select count(*)::int as n from app.referral_events where referral_id = ${id} and verb = ${verb}`,
    )
  )[0]?.n

test('an agency that presses twice has answered once, and reads what it said', async ({ signIn }) => {
  const page = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await page.setViewportSize({ width: 360, height: 740 })

  await test.step('a yes', async () => {
    const id = await toAnswer()
    await page.goto(`/inbox/${id}/accept`)
    await page.getByRole('button', { name: 'Accepter', exact: true }).dblclick()
    await expect(page.getByRole('status')).toContainText('Accepté.')
    await expect.poll(() => timesOf(id, 'accept')).toBe(1)
  })
  await test.step('a no', async () => {
    const id = await toAnswer()
    await page.goto(`/inbox/${id}/decline`)
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Refuser', exact: true }).dblclick()
    await expect(page.locator('main')).toContainText('Refus')
    await expect.poll(() => timesOf(id, 'decline')).toBe(1)
  })
})
