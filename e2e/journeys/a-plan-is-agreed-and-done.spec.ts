import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('a plan is agreed in the person’s words, approved, done and taken back, and says why each date', async ({
  signIn,
}) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0605' })
  const plan = `/cases/${code}/plan`

  await test.step('it begins with what the person wants', async () => {
    await lead.goto(`/cases/${code}`)
    await lead
      .getByRole('navigation', { name: 'Parties du dossier' })
      .getByRole('link', { name: /^Plan/ })
      .click()
    await expect(lead.getByText('Aucun objectif pour l’instant')).toBeVisible()
    // Few parts in sight; the rest opens without a script, and where one is stays in sight.
    const parts = lead.getByRole('navigation', { name: 'Parties du dossier' })
    await expect(parts.getByRole('link', { name: /^Documents/ })).toBeHidden()
    await parts.getByText('Plus', { exact: true }).click()
    await parts.getByRole('link', { name: /^Documents/ }).click()
    await expect(parts.getByRole('link', { name: /^Documents/ })).toHaveAttribute('aria-current', 'page')
    await parts.getByRole('link', { name: /^Plan/ }).click()
    await lead.getByRole('link', { name: 'Ajouter un objectif' }).first().click()
    await lead.getByLabel('Objectif').fill('Dormir en sécurité chaque nuit')
    await lead.getByLabel('Ce que la personne en dit').fill('Un endroit calme.')
    const ask = lead.getByLabel('Demander aussi l’accord de la supervision')
    if (await ask.count()) await ask.check()
    await lead.getByRole('button', { name: 'Ajouter l’objectif' }).click()
    await expect(lead.getByRole('status')).toContainText('soumis à la supervision')
    await expect(lead.getByRole('heading', { name: /Dormir en sécurité/ })).toBeVisible()
    await expect(lead.getByText('« Un endroit calme. »')).toBeVisible()
  })
  await test.step('an action has its date from the risk, in words', async () => {
    await lead.getByRole('link', { name: 'Ajouter une action' }).click()
    await lead.getByLabel('Ce qui sera fait').fill('Trouver une chambre')
    await lead.getByLabel('Nous', { exact: true }).check()
    await lead.getByRole('button', { name: 'Ajouter l’action' }).click()
    await expect(lead.getByRole('rowheader', { name: /Trouver une chambre/ })).toBeVisible()
    await expect(lead.getByText(/Prochain contact.*risque.*depuis l’accord/)).toBeVisible()
  })
  await test.step('it stands among the next things of the case, with the same reason', async () => {
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Trouver une chambre')
  })
  await test.step('another date wants a reason', async () => {
    await lead.goto(plan)
    await lead.getByRole('link', { name: 'Trouver une chambre', exact: true }).click()
    await lead.getByRole('link', { name: 'Changer la date' }).click()
    await lead.getByLabel('Nouvelle date').fill('10/7/2014')
    await lead.getByRole('button', { name: 'Changer la date' }).click()
    await expect(lead.getByRole('alert')).toContainText('Choisissez une raison')
    await lead.getByLabel('Date choisie par la personne').check()
    await lead.getByRole('button', { name: 'Changer la date' }).click()
    await expect(lead.getByText('Date choisie : Date choisie par la personne.')).toBeVisible()
  })
  await test.step('the supervisor gives it back with a comment, and approves it once it is shown again', async () => {
    const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
    await supervisor.goto(plan)
    await supervisor.getByRole('link', { name: 'Renvoyer avec un commentaire' }).click()
    await supervisor.getByLabel('Commentaire').fill('Voyez aussi la voisine.')
    await supervisor.getByRole('button', { name: 'Renvoyer le plan' }).click()
    await lead.goto(plan)
    await expect(lead.locator('main')).toContainText('Voyez aussi la voisine.')
    await lead.getByRole('button', { name: 'Soumettre de nouveau' }).click()
    await supervisor.goto(plan)
    await supervisor.getByRole('button', { name: 'Approuver le plan' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Plan approuvé')
  })
  await test.step('done with one press, taken back on the next page, left with a reason', async () => {
    await lead.goto(plan)
    await lead.getByRole('button', { name: /^Fait/ }).click()
    await expect(lead.getByRole('status')).toContainText('notée comme faite')
    await expect(lead.getByRole('cell', { name: 'Fait le 30 juin 2014' })).toBeVisible()
    await lead.getByRole('button', { name: 'Reprendre' }).click()
    await expect(lead.getByRole('button', { name: /^Fait/ })).toBeVisible()
    await lead.getByRole('link', { name: 'Trouver une chambre', exact: true }).click()
    await lead.getByRole('link', { name: 'Laisser cette action' }).click()
    await lead.getByLabel('La personne ne le veut pas').check()
    await lead.getByRole('button', { name: 'Laisser l’action' }).click()
    await expect(lead.locator('main')).toContainText('Laissée : La personne ne le veut pas')
  })
})
