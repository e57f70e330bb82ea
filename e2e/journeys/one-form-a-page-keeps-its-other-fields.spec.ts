import { account } from '../support/accounts'
import { newcomer } from '../support/people'
import { identity, meet } from '../support/registration'
import { expect, test } from '../support/test'

test('no button of a page empties another field of it', async ({ signIn }) => {
  const page = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const who = newcomer()
  const code = await meet(page)
  await identity(page, who)
  const size = page.getByLabel('Combien vivent dans ce ménage')
  const given = page.locator('#f-memberGiven')
  await page.goto(`/cases/${code}/register/household`)

  await test.step('adding a member keeps the household’s own answers', async () => {
    await size.fill('7')
    await page.locator('summary', { hasText: 'Ajouter' }).click()
    await given.fill('Hawa')
    await page.locator('#f-memberAge').fill('6')
    await page.locator('input[name=memberSex][value=F]').check()
    await page.locator('#f-memberRole').selectOption('CHILD')
    await page.getByRole('button', { name: 'Ajouter' }).click()
    await expect(page.locator('#members')).toContainText('Hawa')
    await expect(size).toHaveValue('7')
    await expect(page.getByText('pas encore enregistré')).toBeVisible()
  })
  await test.step('a member half described comes back with its errors, and so does the rest', async () => {
    await page.locator('summary', { hasText: 'Ajouter' }).click()
    await given.fill('Oumar')
    await page.getByRole('button', { name: 'Ajouter' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(given).toHaveValue('Oumar')
    await expect(size).toHaveValue('7')
  })
  await test.step('the language switch keeps both', async () => {
    await page.getByRole('button', { name: 'English' }).first().click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(size.or(page.locator('#f-householdSize'))).toHaveValue('7')
    await expect(given).toHaveValue('Oumar')
    await page.getByRole('button', { name: 'Français' }).first().click()
    await expect(given).toHaveValue('Oumar')
  })
  await test.step('removing somebody keeps both', async () => {
    await page.locator('#members li').getByRole('button').click()
    await expect(page.locator('#members')).not.toContainText('Hawa')
    await expect(size).toHaveValue('7')
    await expect(given).toHaveValue('Oumar')
  })
  await test.step('Enter sends the page, and a member never added comes back', async () => {
    await page
      .getByRole('group', { name: 'Lien avec le/la chef(fe) de ménage' })
      .first()
      .getByLabel('Chef(fe) de ménage')
      .check()
    await size.fill('8')
    await size.press('Enter')
    await expect(page).toHaveURL(/register\/household\?draft=/)
    await expect(size).toHaveValue('8')
    await expect(given).toHaveValue('Oumar')
    await given.fill('')
    await size.press('Enter')
    await expect(page).toHaveURL(/register\/situation$/)
  })
})

test('the language switch keeps what is typed in a new alert, and Enter still sends it', async ({
  signIn,
}) => {
  const page = await signIn(account('DTM_ENUM', { office: 'TBT' }))
  await page.goto('/alerts/new')
  await page.locator('#f-given').fill('Zeinab')
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('#f-given')).toHaveValue('Zeinab')
  await page.locator('#f-given').press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('#f-given')).toHaveValue('Zeinab')
  await page.getByRole('button', { name: 'Français' }).first().click()
})
