import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('a person who says no to sharing is heard: nothing is prepared, and what else can be done is said', async ({
  signIn,
}) => {
  const lead = await signIn(account('PSYCHOLOGIST', { office: 'BKO' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0901' })
  await lead.goto(`/cases/${code}/refer`)
  await test.step('no answer is chosen beforehand', async () => {
    await expect(lead.locator('main [name=answer]:checked')).toHaveCount(0)
  })
  await lead.getByLabel('Service demandé').selectOption('MHPSS_REC')
  await lead.getByRole('radio', { name: /^Non l’aide directe/ }).check()
  await lead.getByRole('button', { name: 'Continuer' }).click()
  await expect(lead.getByRole('status')).toContainText('la personne a dit non')
  await expect(lead.locator('main')).toContainText('Aider directement')

  await test.step('no draft was begun, and the no stands in the register', async () => {
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Aucun référencement')
    await lead.goto(`/cases/${code}/consents`)
    const row = lead.getByRole('row').filter({ hasText: 'Partage avec un prestataire' })
    await expect(row).toContainText('Non de la personne')
  })
})
