import { account } from '../support/accounts'
import { expect, test } from '../support/test'

test('a supervisor reads on the screen alone why a date, a risk and a restriction are what they are', async ({
  signIn,
}) => {
  const page = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await test.step('on a restricted case: who, why, who sees it; the rule of the risk; the promise to the person', async () => {
    await page.goto('/cases/MLP-9HV4-R1CE')
    const vital = page.getByLabel('À ne pas manquer')
    await expect(vital).toContainText('Accès restreint, pourquoi')
    await expect(vital).toContainText(/Sujet très sensible\. Par Ibrahim Ag Moussa, \d+\smai/)
    await expect(vital).toContainText('Le voient : Ibrahim Ag Moussa, Mariam Keïta')
    await expect(vital).toContainText('Violence basée sur le genre')
    await expect(vital).toContainText(/Proposé\s: Moyen\. Noté plus haut par Ibrahim Ag Moussa, 21\smai/)
    await expect(page.locator('main')).toContainText(
      /7\sj depuis le dernier contact, \d+.*, parce que le risque est élevé/,
    )
  })
  await test.step('in the queue: the limit of what waits, on its slip', async () => {
    await page.goto('/queue?kind=approve')
    await page.locator('main a[href*="item="]').first().click()
    await expect(page.locator('main')).toContainText(
      /\d+\sh depuis la demande de validation, .*, parce que ce référencement est/,
    )
    await page.getByRole('link', { name: 'Voir le référencement' }).click()
    await expect(page.getByLabel('Délais')).toContainText(/\d+\sh depuis la demande de validation/)
  })
})
