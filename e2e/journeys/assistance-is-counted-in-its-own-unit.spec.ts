import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, type Page, test } from '../support/test'

/** First the kind, then the service, the number and out of what. */
async function give(page: Page, line: { service: string; quantity: string; fund: string }): Promise<void> {
  await page.locator(`input[name=service][value=${line.service}]`).check()
  await page.getByLabel('Quantité').fill(line.quantity)
  await page.getByLabel('Bailleur et projet').selectOption(line.fund)
  await page.getByRole('button', { name: 'Enregistrer l’aide' }).click()
}

test('assistance is counted in the unit of its service, by kind, out of a project, and corrected with a reason', async ({
  signIn,
}) => {
  const page = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const who = newcomer()
  const code = await openedCase(page, who, { cercle: 'ML0605' })
  const totals = page.getByRole('complementary', { name: 'Total par service' })
  const open = async (kind: string) => {
    await page.goto(`/cases/${code}/assistance/new`)
    await page.getByRole('link', { name: kind, exact: true }).click()
  }

  const unit = await test.step('the kind comes first, and each of its services shows its unit', async () => {
    await open('Vivres / assistance alimentaire')
    const words = await page.getByText(/^Ration sèche \(/).innerText()
    return /\((.+)\)/.exec(words)?.[1] ?? ''
  })
  expect(unit).not.toBe('')
  await test.step('a half is refused, and what was typed stays', async () => {
    await page.getByLabel('Date').fill('1/8/2014')
    await give(page, { service: 'FOOD_RATION', quantity: '0,5', fund: 'CERF' })
    await expect(page.getByRole('alert')).toContainText('Ce nombre n’est pas possible ici')
    await expect(page.getByLabel('Date')).toHaveValue('1/8/2014')
    await expect(page.locator('input[name=service][value=FOOD_RATION]')).toBeChecked()
  })
  await test.step('a number that nobody would believe is asked about, and taken once it is said to be so', async () => {
    await page.getByLabel('Date').fill('30/6/2014')
    await give(page, { service: 'FOOD_RATION', quantity: '370', fund: 'CERF_PROTECTION' })
    await expect(page.getByRole('alert')).toContainText('C’est beaucoup pour tant de personnes')
    await page.getByLabel('Ce nombre est juste').check()
    await page.getByRole('button', { name: 'Enregistrer l’aide' }).click()
    await expect(page.getByRole('status')).toContainText('Aide enregistrée')
    await expect(page.getByRole('cell', { name: 'CERF, Protection' })).toHaveCount(1)
  })
  await test.step('the same on the same day is asked about', async () => {
    await open('Vivres / assistance alimentaire')
    await give(page, { service: 'FOOD_RATION', quantity: '15', fund: 'AECID' })
    await expect(page.getByRole('alert')).toContainText('déjà notée ce jour-là')
    await page.getByLabel('Fourni encore une fois ce jour-là').check()
    await page.getByRole('button', { name: 'Enregistrer l’aide' }).click()
    await expect(totals).toContainText('385 rations')
  })
  await test.step('another unit is another total', async () => {
    await open('Articles ménagers essentiels (AME/BNA)')
    await give(page, { service: 'NFI_DIG', quantity: '2', fund: 'OFDA_PROTECTION' })
    await expect(totals).toContainText('2 kits')
    await expect(totals).toContainText('385 rations')
    await expect(page.getByRole('heading', { name: 'Articles ménagers essentiels' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Kit de dignité' })).toHaveCount(1)
  })
  await test.step('the last line of a kind is offered again with today’s day', async () => {
    await page.getByRole('link', { name: /^Encore : Kit de dignité/ }).click()
    await expect(page.getByLabel('Quantité')).toHaveValue('2')
    await expect(page.locator('input[name=service][value=NFI_DIG]')).toBeChecked()
    await expect(page.getByLabel('Bailleur et projet')).toHaveValue('OFDA_PROTECTION')
    await expect(page.getByLabel('Date')).toHaveValue('30/6/2014')
  })
  await test.step('a correction asks what was wrong, keeps the old line and counts the new one alone', async () => {
    await page.goto(`/cases/${code}/assistance`)
    await page.getByRole('link', { name: 'Corriger la ligne Kit de dignité' }).click()
    await page.getByLabel('Quantité', { exact: true }).fill('1')
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await expect(page.getByRole('alert')).toContainText('Dites ce qui était faux')
    await page.getByLabel('La quantité', { exact: true }).check()
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await expect(page.getByRole('status')).toContainText('Correction enregistrée')
    await expect(totals).toContainText('1 kit')
    await page.getByText(/^Kit de dignité.*corrigé le/).click()
    await expect(page.locator('s')).toContainText('2 kits')
  })
  await test.step('the list of the month says it by service, and opens the lines that it counts', async () => {
    await page.getByRole('link', { name: 'Assistance fournie' }).first().click()
    const total = page.getByRole('row', { name: /^Kit de dignité/ }).filter({ hasText: /lignes?$/ })
    const said = Number.parseInt(await total.getByRole('link').innerText(), 10)
    await total.getByRole('link').click()
    await expect(page.getByRole('row').filter({ has: page.locator('a[href^="/cases/"]') })).toHaveCount(said)
    await expect(page.locator('main')).toContainText(code)
    await expect(page.locator('main')).not.toContainText(who.family)
    await page.locator(`a[href="/cases/${code}/assistance"]`).first().click()
    await expect(page).toHaveURL(new RegExp(`/cases/${code}/assistance$`))
  })
  await test.step('help that never was is cancelled, and counts no more', async () => {
    await page.getByRole('link', { name: 'Corriger la ligne Kit de dignité' }).click()
    await page.getByRole('link', { name: 'Cette aide n’a pas eu lieu ? L’annuler' }).click()
    await page.getByLabel('Elle n’a pas été fournie').check()
    await page.getByRole('button', { name: 'Annuler cette aide' }).click()
    await expect(page.getByRole('status')).toContainText('Aide annulée')
    await expect(totals).not.toContainText('kit')
    await expect(totals).toContainText('385 rations')
  })
})
