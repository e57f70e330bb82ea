import type { Newcomer } from './people'
import { expect, type Page } from './test'

const onwards = (page: Page) => page.getByRole('button', { name: 'Enregistrer et continuer' }).click()

/** The first short page: opens a draft that this person leads. Returns its code. */
export async function meet(page: Page, { given, family }: Newcomer): Promise<string> {
  await page.goto('/cases')
  await page.getByRole('link', { name: 'Enregistrer une personne' }).first().click()
  await page.getByLabel('Comment la personne est arrivée').selectOption('WALKIN')
  await page.getByLabel('Cercle où vous la rencontrez').selectOption({ index: 1 })
  await page.getByLabel('Prénom(s)').fill(given)
  await page.getByLabel('Nom de famille').fill(family)
  await page.getByRole('group', { name: 'Sexe' }).getByLabel('Féminin').check()
  await page.getByLabel('Âge', { exact: true }).fill('34')
  await page.getByLabel('Date ou âge déclaré').check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(/\/cases\/MLP-[^/]+\/register\/identity/)
  return page.url().split('/')[4] ?? ''
}

/** Page 1: most is known from the first meeting. */
export async function identity(page: Page, { given }: Newcomer): Promise<void> {
  await expect(page.getByLabel('Prénom(s)')).toHaveValue(given)
  await page.getByLabel('Nationalité').selectOption('MLI')
  await page.getByLabel('Tamasheq').check()
  await page.getByLabel('Documents perdus').check()
  await onwards(page)
}

export async function household(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: 'Lien avec le/la chef(fe) de ménage' })
    .first()
    .getByLabel('Chef de ménage')
    .check()
  await page.getByLabel('Combien vivent dans ce ménage').fill('5')
  await onwards(page)
}

export async function situation(page: Page): Promise<void> {
  await page.getByLabel('Statut', { exact: true }).selectOption('IDP')
  await page.getByLabel('Cercle d’origine').selectOption({ index: 3 })
  await page.locator('summary', { hasText: 'Statut juridique et documents' }).click()
  await page.getByLabel('Absence de documents d’état civil').check()
  await onwards(page)
}

/** A warning and somebody who must not know stand on top of the case from now on. */
export async function safety(page: Page, { phone }: Newcomer): Promise<void> {
  await page
    .getByRole('group', { name: 'Risque' })
    .getByLabel(/^Élevé/)
    .check()
  await page.getByLabel('Appel possible').check()
  await page.getByLabel('Téléphone').fill(phone)
  await page.getByLabel('La famille').check()
  await page.getByRole('group', { name: 'Pourquoi ne rien leur dire' }).getByRole('radio').first().check()
  await page.getByLabel('Ne jamais dire ou faire').fill('Ne jamais dire où elle vit.')
  await onwards(page)
}
