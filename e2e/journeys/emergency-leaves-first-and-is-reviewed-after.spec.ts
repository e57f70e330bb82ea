import { account } from '../support/accounts'
import { open } from '../support/partner'
import { newcomer, openedCase } from '../support/people'
import { prepareReferral } from '../support/referral'
import { expect, test } from '../support/test'

test('an emergency leaves without approval, and the supervisor must review it afterwards', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO', nth: 1 }))
  const code = await openedCase(lead, newcomer(), { risk: 'HIGH' })
  const id = await prepareReferral(lead, code, {
    service: 'MED_HOSP',
    partner: 'MSF',
    priority: 'Extrême urgence',
    reason: 'Fièvre très forte depuis la nuit.',
  })
  await lead.getByRole('link', { name: 'Extrême urgence : envoyer maintenant' }).click()
  await expect(lead.locator('main')).toContainText('Cet envoi part tout de suite.')
  await lead.getByLabel('J’ai lu cette liste à la personne').check()
  await lead.getByRole('button', { name: /^Envoyer maintenant/ }).click()
  await expect(lead.getByRole('status')).toContainText('Envoyé maintenant')

  await test.step('the partner can open it at once', async () => {
    await open(await signIn(account('PARTNER_FP', { partner: 'MSF' })), id)
  })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO', nth: 1 }))
  await test.step('it waits for review with every supervisor of the office', async () => {
    await supervisor.goto('/queue?kind=review')
    await expect(supervisor.getByRole('link').filter({ hasText: code })).toHaveCount(1)
    await supervisor.goto(`/referrals/${id}`)
    await expect(supervisor.locator('main')).toContainText('attend sa relecture')
  })
  await test.step('the review needs a verdict', async () => {
    await supervisor.goto(`/queue?item=${id}`)
    await supervisor.getByRole('link', { name: 'Relire', exact: true }).click()
    await supervisor.getByRole('button', { name: 'Enregistrer la relecture' }).click()
    await expect(supervisor.getByRole('alert')).toContainText('Dites si l’envoi était justifié')
    await supervisor.getByLabel('Oui, justifié').check()
    await supervisor.getByRole('button', { name: 'Enregistrer la relecture' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Relecture enregistrée')
  })
  await test.step('it waits no longer, and the history says who reviewed it', async () => {
    await supervisor.goto('/queue?kind=review')
    await expect(supervisor.getByRole('link').filter({ hasText: code })).toHaveCount(0)
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).not.toContainText('attend sa relecture')
    await expect(lead.getByRole('row').filter({ hasText: 'Envoi d’urgence relu' })).toHaveCount(1)
  })
})
