import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, type Page, test } from '../support/test'

type Line = { service: string; quantity: string; donor: string }

async function give(page: Page, { service, quantity, donor }: Line): Promise<void> {
  await page.getByLabel('Service').selectOption(service)
  await page.getByLabel('Quantité').fill(quantity)
  await page.getByLabel('Bailleur').selectOption(donor)
  await page.getByRole('button', { name: 'Enregistrer l’aide' }).click()
}

test('assistance is counted in the unit of its service, with its donor, and totals by service', async ({
  signIn,
}) => {
  const page = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(page, newcomer(), { cercle: 'ML0605' })
  await page.goto(`/cases/${code}/assistance/new`)
  const unit = await test.step('each service shows its unit', async () => {
    const words = await page.locator('#f-service option[value=FOOD_RATION]').innerText()
    return /\((.+)\)/.exec(words)?.[1] ?? ''
  })
  expect(unit).not.toBe('')
  await test.step('a half is refused, and what was typed stays', async () => {
    await page.getByLabel('Date').fill('1/8/2014')
    await give(page, { service: 'FOOD_RATION', quantity: '0,5', donor: 'CERF' })
    await expect(page.getByRole('alert')).toContainText('Ce nombre n’est pas possible ici')
    await expect(page.getByLabel('Date')).toHaveValue('1/8/2014')
  })
  await page.getByLabel('Date').fill('30/6/2014')
  await give(page, { service: 'FOOD_RATION', quantity: '370', donor: 'CERF' })
  await expect(page.getByRole('status')).toContainText('Aide enregistrée')
  await page.goto(`/cases/${code}/assistance/new`)
  await give(page, { service: 'FOOD_RATION', quantity: '15', donor: 'AECID' })
  await page.goto(`/cases/${code}/assistance/new`)
  await give(page, { service: 'NFI_KIT', quantity: '1', donor: 'OFDA' })
  await expect(page.getByRole('cell', { name: `370 × ${unit}` })).toHaveCount(1)
  await expect(page.getByRole('complementary', { name: 'Total par service' })).toContainText(`385 × ${unit}`)
  await test.step('the last line can be copied instead of typed', async () => {
    await page
      .getByRole('link', { name: /^Copier/ })
      .first()
      .click()
    await expect(page.getByLabel('Quantité')).toHaveValue('1')
    await expect(page.getByLabel('Service')).toHaveValue('NFI_KIT')
    await expect(page.getByLabel('Bailleur')).toHaveValue('OFDA')
  })
})
