import { expect, type Page } from './test'

/** What a working day is made of, by the words on the screen. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const follow = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('link', { name }).first().click()
export const told = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').first()).toContainText(words)

/** From wherever somebody is to a case, by the box at the top. */
export async function find(page: Page, code: string): Promise<void> {
  await page.getByRole('searchbox').fill(code)
  await page.getByRole('searchbox').press('Enter')
  if (!page.url().endsWith(`/cases/${code}`))
    await page.locator(`main a[href="/cases/${code}"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`/cases/${code}$`))
}

/** To a part of the case that is open, by its tab; the rarer ones are behind “Plus”. */
export async function part(page: Page, name: RegExp): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parties du dossier' })
  await expect(parts).toBeVisible()
  const tab = parts.getByRole('link', { name })
  if (!(await tab.isVisible())) await parts.getByText('Plus', { exact: true }).click()
  await tab.click()
}

/** To a page of one's own, by the menu; home is the name of the program. */
export async function menu(page: Page, path: '/work' | '/calendar'): Promise<void> {
  await page.locator(`nav a[href="${path}"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
}

/** The document of a case, with who opens it. */
export async function keeps(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  { kind, reader }: { kind: string; reader: string },
): Promise<void> {
  await page.getByLabel('Fichier').setInputFiles(file)
  await page.getByLabel('Ce que c’est').selectOption({ label: kind })
  await page.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel(reader).check()
  await press(page, 'Ajouter')
  await expect(page.getByText('Document ajouté')).toBeVisible()
}
