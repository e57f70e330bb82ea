import { account } from '../support/accounts'
import { newcomer } from '../support/people'
import { answers, begun, figures, identity, meet, whoAnswers } from '../support/registration'
import { expect, test } from '../support/test'

test('two people of one household each have their file and their own yes, and the files lead to each other', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const family = await meet(lead)
  await identity(lead, newcomer())
  await lead.locator('summary', { hasText: 'Ajouter un membre' }).click()
  await lead.locator('#f-memberGiven').fill('Mariam')
  await lead.locator('#f-memberAge').fill('41')
  await lead.locator('#members').getByLabel('Femme ou fille').check()
  await lead.locator('#f-memberRole').selectOption('SPOUSE')
  await lead.getByRole('button', { name: 'Ajouter un membre' }).click()
  const line = lead.locator('#members li').filter({ hasText: 'Mariam' })
  await line.getByRole('link', { name: 'Ouvrir son propre dossier' }).click()
  await test.step('they are asked themselves; what the household knows of them stands there', async () => {
    await expect(lead.locator('main')).toContainText(`Membre du ménage du dossier ${family}`)
    await expect(lead.getByLabel('Âge', { exact: true })).toHaveValue('41')
    await expect(lead.getByRole('radio', { name: /^Oui elle a compris/ })).not.toBeChecked()
    await lead.getByLabel('Comment la personne est arrivée').fill('présentation')
    await answers(lead, /^Oui elle a compris/)
    await whoAnswers(lead, 'La personne')
    await lead.getByLabel('Empreinte').check()
    await figures(lead, 'Non')
  })
  const own = await begun(lead)
  await expect(lead.getByLabel('Prénom(s)')).toHaveValue('Mariam')
  await lead.goto(`/cases/${family}/register/household`)
  await expect(line.getByRole('link', { name: `Son dossier ${own}` })).toBeVisible()
  await lead.goto(`/cases/${own}/person`)
  await lead.getByRole('link', { name: family, exact: true }).click()
  await expect(lead).toHaveURL(new RegExp(`/cases/${family}$`))
  await test.step('whoever opens neither file reads of neither', async () => {
    const stranger = await signIn(account('LAWYER', { office: 'GAO' }))
    for (const code of [own, family])
      expect((await stranger.goto(`/cases/${code}/person`))?.status(), code).toBe(404)
  })
})
