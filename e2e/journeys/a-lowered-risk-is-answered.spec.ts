import { account } from '../support/accounts'
import { meet } from '../support/registration'
import { expect, test } from '../support/test'

test('a risk rated lower than proposed goes back to the lead with why, and the supervisor may restrict', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const code = await meet(lead)
  await lead.goto(`/cases/${code}/register/situation`)
  await lead.getByLabel('Statut', { exact: true }).fill('personne déplacée')
  await lead.getByLabel('Cercle ou pays d’origine').fill('Kayes')
  await lead.locator('summary', { hasText: 'Violences et abus' }).click()
  await lead.getByLabel('Violence basée sur le genre').check()
  await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(lead).toHaveURL(/register\/safety/)
  await lead
    .getByRole('group', { name: 'Risque' })
    .getByLabel(/^Faible/)
    .check()
  await lead.getByLabel(/^Pourquoi moins que proposé/).selectOption('PERSON_VIEW')
  await lead.getByLabel(/^Pourquoi toute la supervision/).selectOption('PERSON_VIEW')
  await lead.getByLabel('En personne uniquement').check()
  await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(lead).not.toHaveURL(/register\/safety/)

  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto(`/cases/${code}`)
  await supervisor.getByRole('link', { name: 'Rendre à la personne responsable' }).click()
  await supervisor.getByRole('button', { name: 'Rendre', exact: true }).click()
  await expect(supervisor.getByRole('alert')).toContainText('Dites ce que vous demandez')
  await supervisor.getByLabel('Vérifier d’abord la sécurité avec la personne').check()
  await supervisor.getByRole('button', { name: 'Rendre', exact: true }).click()
  await expect(supervisor.getByRole('status')).toContainText('Rendu à la personne responsable')

  await lead.goto(`/cases/${code}`)
  const asked = lead.getByRole('listitem').filter({ hasText: 'Noter de nouveau le risque' })
  await expect(asked).toContainText('Vérifier d’abord la sécurité avec la personne')
  await asked.getByRole('link', { name: 'Revoir' }).click()
  await lead
    .getByRole('group', { name: 'Risque' })
    .getByLabel(/^Élevé/)
    .check()
  await lead.getByLabel(/^Pourquoi toute la supervision/).selectOption('PERSON_VIEW')
  await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(lead).not.toHaveURL(/register\/safety/)
  await lead.goto(`/cases/${code}`)
  await expect(lead.locator('main')).not.toContainText('Noter de nouveau le risque')

  await supervisor.goto(`/cases/${code}/restrict`)
  await supervisor.getByLabel('Sujet très sensible').check()
  await supervisor.getByRole('button', { name: 'Restreindre l’accès' }).click()
  await expect(supervisor.getByRole('status')).toContainText('l’accès est restreint')
  const other = await signIn(account('SUPERVISOR', { office: 'GAO', nth: 1 }))
  expect((await other.goto(`/cases/${code}`))?.status()).toBe(404)
})
