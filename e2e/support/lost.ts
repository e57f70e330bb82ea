import { maintaining } from './database'
import { expect, type Page } from './test'

/** The case was opened forty days ago, and nobody met the person since. */
export const longAgo = (code: string) =>
  maintaining(
    (
      tx,
    ) => tx`update app.cases set opened_at = opened_at - interval '40 days', asked_at = asked_at - interval '40 days', registered_at = registered_at - interval '40 days',
      last_contact_on = last_contact_on - 40 where code = ${code}`,
  )

/** Follows a link on the page of follow-ups. */
export const openFollowUps = async (page: Page, code: string, name: string) => {
  await page.goto(`/cases/${code}/follow-ups`)
  await page.locator('main').getByRole('link', { name, exact: true }).first().click()
}

/** Notes an attempt that reached nobody. */
export async function tried(page: Page, code: string, [way, result, day]: readonly [string, string, string]) {
  await openFollowUps(page, code, 'Noter un essai sans contact')
  await page.getByRole('group', { name: 'Par quel moyen' }).getByLabel(way, { exact: true }).check()
  await page.getByRole('group', { name: 'Ce qui s’est passé' }).getByLabel(result, { exact: true }).check()
  await page.getByLabel('Jour', { exact: true }).fill(day)
  await page.getByRole('button', { name: 'Enregistrer l’essai' }).click()
  await expect(page.getByRole('status')).toContainText('Essai enregistré')
}
