import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { newcomer, openedCase, traces } from '../support/people'
import { expectNothingLeft } from '../support/replay'
import { sendReferral } from '../support/team'
import { expect, test } from '../support/test'

test('a partner stays silent until the supervisor re-routes by one press', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const code = await openedCase(lead, who, { cercle: 'ML0505', age: '9' })
  const wanted = {
    service: 'REINT_EDU',
    partner: 'NRC',
    reason: 'Hors de l’école depuis un an.',
    child: true,
  }
  const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  const id = await sendReferral(lead, supervisor, code, wanted)

  await test.step('within its limit nothing is re-routed', async () => {
    await supervisor.goto(`/queue?item=${id}`)
    await expect(supervisor.getByRole('button', { name: /^Passer à/ })).toHaveCount(0)
  })
  // The limit goes by.
  await maintaining(
    (tx) => tx`update app.referrals set due_at = clock.casework_now() - interval '3 days' where id = ${id}`,
  )
  const next = await test.step('the queue shows it late, and one press moves on', async () => {
    await supervisor.goto(`/queue?kind=silent&item=${id}`)
    await expect(supervisor.getByRole('heading', { name: 'En retard' })).toBeVisible()
    const press = supervisor.locator('.decide').getByRole('button', { name: /^Passer à/ })
    const partner = (await press.innerText()).replace('Passer à ', '').replace(/\s+A$/, '').trim()
    expect(partner).not.toContain('NRC')
    await press.click()
    await expect(supervisor.getByRole('status').first()).toContainText('Rappelé')
    return partner
  })
  await test.step('nothing is left with the silent partner', async () => {
    const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
    await expectNothingLeft(partner, id, [...traces(who), code, wanted.reason])
  })
  await test.step('the lead has the task; its page is filled but for the answer', async () => {
    await lead.goto(`/cases/${code}`)
    await lead.locator(`a[href="/cases/${code}/refer?previous=${id}"]`).first().click()
    await expect(lead.locator('main')).toContainText(`La supervision propose ${next}`)
    await expect(
      lead.getByRole('group', { name: 'À qui le proposer' }).getByRole('radio', { checked: true }),
    ).toHaveCount(1)
    await expect(
      lead.getByRole('group', { name: /^Réponse/ }).getByRole('radio', { checked: true }),
    ).toHaveCount(0)
    await lead.getByRole('radio', { name: /^Oui de l’enfant/ }).check()
    await lead.getByLabel('Signature').check()
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Vérifier et envoyer')
    await expect(lead.locator('main')).toContainText(wanted.reason)
    await expect(lead.locator('main')).toContainText(next)
  })
  await test.step('begun, it is no task any more', async () => {
    await lead.goto(`/cases/${code}`)
    await expect(lead.getByText('proposer un autre prestataire à la personne')).toHaveCount(0)
  })
})
