import { account } from '../support/accounts'
import { expect, type Page, test } from '../support/test'

async function choose(page: Page, night: string): Promise<void> {
  await page.getByRole('group', { name: 'La nuit' }).getByLabel(night, { exact: true }).check()
  await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await expect(page.getByRole('status')).toContainText('Choix enregistrés')
  await expect(page.getByRole('group', { name: 'La nuit' }).getByLabel(night, { exact: true })).toBeChecked()
}

test('somebody of the team chooses to be told at any hour, and takes it back; the morning is the rule', async ({
  signIn,
}) => {
  const who = account('SOCIAL_WORKER', { office: 'BKO', nth: 1 })
  const page = await signIn(who)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/notices')
  await page.getByRole('link', { name: 'Mes choix' }).click()
  await expect(page.getByLabel('Me le dire le matin', { exact: true })).toBeChecked()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await choose(page, 'Me le dire à toute heure')
  await page.goto('/notices/choices')
  await expect(page.getByLabel('Me le dire à toute heure', { exact: true })).toBeChecked()
  await choose(page, 'Me le dire le matin')
})

test('a focal point chooses it for the whole base', async ({ signIn }) => {
  const page = await signIn(account('PARTNER_FP', { partner: 'MDM' }))
  await page.goto('/inbox/notices')
  await choose(page, 'Me le dire à toute heure')
  await choose(page, 'Me le dire le matin')
})
