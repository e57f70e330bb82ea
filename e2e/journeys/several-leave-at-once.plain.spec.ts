import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, test } from '../support/test'

/** What the demonstration has of low risk, for one agency and one service, in the offices of one supervisor. */
const pair = () =>
  maintaining(
    (tx) => tx<{ id: string; code: string }[]>`
      select r.id, c.code from app.referrals r join app.cases c on c.id = r.case_id
      where r.state = 'PENDING_APPROVAL' and r.partner_code = 'ACTED' and r.service = 'NFI_KIT' and r.priority = 'NORMAL'
        and r.sensitivity = 'S3' and c.risk = 'LOW' and r.office_id in ('TBT', 'GAO')
      order by r.due_at, r.id`,
  )
const stateOf = async (id: string) =>
  (await maintaining((tx) => tx<{ state: string }[]>`select state from app.referrals where id = ${id}`))[0]
    ?.state

test('a supervisor lets two requests of low risk leave together, and takes one of them back', async ({
  signIn,
}) => {
  const [first, second, ...more] = await pair()
  if (!first || !second) throw new Error('the demonstration has no two requests that can leave together')
  expect(more).toEqual([])
  const page = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const main = page.locator('main')

  await test.step('the tab leads to both, each with its need and what will leave', async () => {
    await page.goto('/queue?kind=approve')
    await page.getByRole('link', { name: /ACTED .*valider plusieurs demandes ensemble/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Valider ensemble')
    await expect(page.getByRole('checkbox')).toHaveCount(2)
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    for (const { code } of [first, second]) await expect(main).toContainText(code)
    await expect(main.getByText(/À l’envoi/)).toHaveCount(2)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
  await test.step('pressed with nothing ticked it asks which, and nothing leaves', async () => {
    await page.getByRole('button', { name: 'Valider les demandes cochées' }).click()
    await expect(main).toContainText('Cochez au moins une demande')
    await expect(page.getByRole('checkbox')).toHaveCount(2)
    expect(await stateOf(first.id)).toBe('PENDING_APPROVAL')
  })
  await test.step('both leave by one press, said by code', async () => {
    for (const { code } of [first, second]) await page.getByRole('checkbox', { name: code }).check()
    await page.getByRole('button', { name: 'Valider les demandes cochées' }).click()
    const said = page.getByRole('status')
    await expect(said).toContainText('2 demandes')
    for (const { code } of [first, second]) await expect(said).toContainText(code)
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['APPROVED', 'APPROVED'])
    await expect(page.getByRole('link', { name: /valider plusieurs demandes ensemble/ })).toHaveCount(0)
  })
  await test.step('within its two minutes one is taken back, the other goes', async () => {
    await page.getByRole('link', { name: `Annuler ${second.code}` }).click()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(page.getByRole('status')).toContainText(second.code)
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['APPROVED', 'PENDING_APPROVAL'])
  })
})
