import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { newcomer, openedCase } from '../support/people'
import { prepareReferral, submitReferral } from '../support/referral'
import { expect, test } from '../support/test'

test('the queue opens nothing that nobody opened, and shows who it is only when asked', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT' }))
  const code = await openedCase(lead, who, { cercle: 'ML0605' })
  const wanted = { service: 'LEGAL_COUN', partner: 'NRC', reason: 'Conseil sur une plainte.' }
  const id = await prepareReferral(lead, code, wanted)
  await submitReferral(lead)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const logged = (action: string) =>
    maintaining(
      (tx) => tx<{ code: string }[]>`select c.code from audit.events e join app.cases c on c.id = e.case_id
        where e.action = ${action} and c.code = ${code}`,
    )

  await test.step('the list alone: no panel, no name, nothing of the case in the log', async () => {
    await supervisor.goto('/queue')
    await expect(supervisor.getByText('Aucun nom dans cette liste')).toBeVisible()
    await expect(supervisor.getByRole('region', { name: code })).toHaveCount(0)
    await expect(supervisor.locator('main')).not.toContainText(who.given)
    expect(await logged('queue.open')).toHaveLength(0)
  })
  await test.step('opened by a click: logged by case, identity still closed', async () => {
    await supervisor.goto('/queue?kind=approve')
    await supervisor.getByRole('link').filter({ hasText: code }).click()
    await expect(supervisor.getByRole('button', { name: 'Valider' })).toBeVisible()
    expect(await supervisor.content()).not.toContain(who.given)
    expect(await logged('queue.open')).toHaveLength(1)
    expect(await logged('queue.show-name')).toHaveLength(0)
  })
  await test.step('the decision is in sight without scrolling, on a large screen and on a small one', async () => {
    for (const size of [
      { width: 1280, height: 900 },
      { width: 1280, height: 768 },
      { width: 360, height: 740 },
    ]) {
      await supervisor.setViewportSize(size)
      await supervisor.reload()
      await expect(supervisor.getByRole('button', { name: 'Valider' })).toBeInViewport({ ratio: 1 })
    }
    await supervisor.setViewportSize({ width: 1280, height: 900 })
  })
  await test.step('identity is a second act with a line of its own', async () => {
    await supervisor.getByRole('link', { name: 'Afficher l’identité' }).click()
    await expect(supervisor.locator('main')).toContainText(who.given)
    expect(await logged('queue.show-name')).toHaveLength(1)
  })
  await test.step('home, queue and tabs say the same numbers', async () => {
    // Somebody else's referral may arrive between the two pages: then both are read again.
    await expect(async () => {
      await supervisor.goto('/work')
      const tile = supervisor.getByRole('navigation', { name: 'Ce qui attend une décision' })
      const link = tile.getByRole('link').filter({ hasText: 'à valider' })
      const count = await link.locator('b').innerText()
      await link.click()
      await expect(supervisor).toHaveURL(/kind=approve/)
      expect(await supervisor.locator('.queue > li').count()).toBe(Number(count))
    }).toPass({ timeout: 30_000 })
    expect(id).toBeTruthy()
  })
})
