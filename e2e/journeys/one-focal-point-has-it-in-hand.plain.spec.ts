import { account, all } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, type Page, test } from '../support/test'

/** What UNICEF is to answer, and who leads its case. */
async function toAnswer(): Promise<{ id: string; lead: string }> {
  const [row] = await maintaining(
    (tx) => tx<{ id: string; lead: string }[]>`
      select r.id, a.email as lead from app.referrals r join app.cases c on c.id = r.case_id join access.users a on a.id = c.lead_id
      where r.partner_code = 'UNICEF' and r.state = 'ACKNOWLEDGED' and r.sensitivity = 'S3'
        and not exists (select from app.receiving_hands h where h.referral_id = r.id and h.ended_at is null)
      order by r.sent_at, r.id limit 1`,
  )
  if (!row) throw new Error('the demonstration has nothing that UNICEF is to answer')
  return row
}

/** Today and a week later, as the installation counts. */
async function week(): Promise<{ first: string; last: string }> {
  const [row] = await maintaining(
    (tx) =>
      tx<
        { first: string; last: string }[]
      >`select to_char(clock.casework_now(), 'DD/MM/YYYY') as first, to_char(clock.casework_now() + interval '7 days', 'DD/MM/YYYY') as last`,
  )
  if (!row) throw new Error('no clock')
  return row
}

async function away(page: Page): Promise<void> {
  const { first, last } = await week()
  await page.goto('/inbox')
  await page.getByRole('link', { name: 'Absences' }).first().click()
  await page.getByLabel('Premier jour').fill(first)
  await page.getByLabel('Dernier jour').fill(last)
  await page.getByRole('button', { name: 'Noter l’absence' }).click()
  await expect(page.getByRole('status')).toContainText('L’absence est notée.')
}

test('one focal point has it in hand, the other and the team read who; all away, the team reads until when', async ({
  signIn,
}) => {
  const { id, lead: email } = await toAnswer()
  const team = all.find((one) => one.email === email)
  if (!team) throw new Error(`no account ${email}`)
  const aminata = account('PARTNER_FP', { partner: 'UNICEF' })
  const boubacar = account('PARTNER_FP', { partner: 'UNICEF', nth: 1 })
  const one = await signIn(aminata)
  const two = await signIn(boubacar)
  const lead = await signIn(team)

  await test.step('whoever takes it is told so; a second press from the colleague’s open page says who was faster', async () => {
    await two.goto(`/inbox/${id}`)
    await expect(two.locator('main')).toContainText('Personne de votre base ne suit encore cette demande.')
    await one.goto(`/inbox/${id}`)
    await one.getByRole('button', { name: 'Je la suis' }).click()
    await expect(one.getByRole('status')).toContainText('vous suivez cette demande')
    await two.getByRole('button', { name: 'Je la suis' }).click()
    await expect(two.locator('main')).toContainText('Un collègue a été plus rapide')
    await expect(two.locator('main')).toContainText(`${aminata.name} suit cette demande`)
    await expect(two.getByRole('link', { name: 'Accepter', exact: true })).toBeVisible()
  })
  await test.step('the team reads who has it', async () => {
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText(`Suivi chez l’UNICEF par ${aminata.name}`)
  })
  await test.step('away, what they had in hand is nobody’s again', async () => {
    await away(one)
    await two.goto(`/inbox/${id}`)
    await expect(two.locator('main')).toContainText('Personne de votre base ne suit encore cette demande.')
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).not.toContainText('tout le monde est noté absent')
  })
  await test.step('all away: the team reads until when, and whom to call', async () => {
    await away(two)
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText(
      'Chez l’UNICEF, tout le monde est noté absent ; retour le',
    )
    await expect(lead.locator('main').locator('a[href^="tel:"]').first()).toBeVisible()
  })
  await test.step('back: one press each, and the page says nothing of it any more', async () => {
    for (const page of [one, two]) {
      await page.goto('/inbox/absence')
      await page.getByRole('button', { name: 'Je suis là' }).click()
      await expect(page.getByRole('status')).toContainText('L’absence est retirée.')
    }
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).not.toContainText('noté absent')
  })
})
