import { account } from '../support/accounts'
import { household, meet } from '../support/registration'
import { expect, test } from '../support/test'

test('a stranded migrant is registered with one name, two nationalities and an origin abroad', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const code = await meet(lead)
  await test.step('what the office rarely meets is searched for and comes back ticked, and nothing typed is lost', async () => {
    await lead.getByLabel('Nom de famille').fill('عائشة')
    await lead.getByLabel('Une autre nationalité').fill('libér')
    await lead.getByRole('button', { name: 'Chercher' }).first().click()
    await expect(lead.getByLabel('Libérienne', { exact: true })).toBeChecked()
    await expect(lead.getByLabel('Nom de famille')).toHaveValue('عائشة')
    await lead.getByLabel('Malienne', { exact: true }).check()
    await lead.getByLabel('Une autre langue').fill('klingon')
    await lead.getByLabel('Ne souhaite pas répondre', { exact: true }).last().check()
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead.getByRole('alert')).toContainText('aucune langue de la liste')
    await lead.getByLabel('Une autre langue').fill('Anglais')
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead).toHaveURL(/register\/household/)
  })
  await household(lead)
  await test.step('where they come from may be another country', async () => {
    await lead.getByLabel('Statut', { exact: true }).selectOption('STRANDED')
    await lead.getByLabel('Cercle d’origine').selectOption({ label: 'À l’étranger' })
    await lead.locator('summary', { hasText: 'Blocage' }).first().click()
    await lead.getByLabel('Bloqué(e) sans ressources').check()
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead).toHaveURL(/register\/safety/)
  })
  await lead.goto(`/cases/${code}/person`)
  const facts = lead.locator('main')
  await expect(facts).toContainText('Malienne, Libérienne')
  await expect(facts).toContainText('Anglais')
  await expect(facts).toContainText('À l’étranger')
})
