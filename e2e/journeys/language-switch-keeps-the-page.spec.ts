import { account } from '../support/accounts'
import { expect, test } from '../support/test'

test('switching the language on a form stays on that form, and the choice lasts', async ({ signIn }) => {
  const page = await signIn(account('DTM_ENUM', { office: 'TBT' }))
  await page.goto('/alerts/new')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect(page).toHaveURL(/\/alerts\/new(\?draft=[0-9a-f-]+)?$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'Send the alert' })).toBeVisible()

  await test.step('a form that came back with what was typed comes back in the other language too', async () => {
    await page.locator('#f-given').fill('Zeinab')
    await page.getByRole('button', { name: 'Send the alert' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByRole('button', { name: 'Français' }).first().click()
    await expect(page.getByRole('alert')).toContainText('Il y a un problème')
    await expect(page.locator('#f-given')).toHaveValue('Zeinab')
  })
})
