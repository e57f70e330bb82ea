import type { Newcomer } from './people'
import { expect, type Page } from './test'

/** Saves a page and waits for the next: leaving earlier would call the sending back. */
async function onwards(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(page).not.toHaveURL(before)
}

/** How and where the person came: words that begin an answer of the list count as that answer. */
export async function met(page: Page): Promise<void> {
  await page.getByLabel('Comment la personne est arrivée').fill('présentation')
  const cercle = await page.locator('#cercle-list option').first().getAttribute('value')
  await page.getByLabel('Cercle où vous la rencontrez').fill(cercle ?? '')
}

/** The first page: the person is asked before anything of them is written. Nothing is chosen beforehand. */
export async function ask(page: Page, age = '34'): Promise<void> {
  await page.goto('/cases')
  await page.getByRole('link', { name: 'Enregistrer une personne' }).first().click()
  await expect(page.locator('main input[type=radio]:checked')).toHaveCount(0)
  await met(page)
  await page.getByRole('group', { name: 'Sexe' }).getByLabel('Féminin').check()
  await page.getByLabel('Âge', { exact: true }).fill(age)
  await page.getByLabel('Date ou âge déclaré').check()
}

export const answers = (page: Page, name: RegExp) => page.getByRole('radio', { name }).check()
export const whoAnswers = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Qui répond' }).getByLabel(name, { exact: true }).check()
export const figures = (page: Page, name: 'Oui' | 'Non') =>
  page.getByRole('group', { name: 'Chiffres sans nom' }).getByLabel(name).check()

/** An adult's yes: begins a draft that this person leads. Returns its code. */
export async function meet(page: Page): Promise<string> {
  await ask(page)
  await answers(page, /^Oui elle a compris/)
  await whoAnswers(page, 'La personne')
  await page.getByLabel('Empreinte').check()
  await figures(page, 'Non')
  return begun(page)
}

/** Continues from the first page; answers the draft's code. */
export async function begun(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(/\/cases\/MLP-[^/]+\/register\/identity/)
  return page.url().split('/')[4] ?? ''
}

/** The name comes after the yes; sex and age are known from the first page. */
export async function identity(page: Page, { given, family }: Newcomer): Promise<void> {
  await expect(page.getByLabel('Prénom(s)')).toHaveValue('')
  await page.getByLabel('Nom inconnu ou non dit').uncheck()
  await page.getByLabel('Prénom(s)').fill(given)
  await page.getByLabel('Nom de famille').fill(family)
  await page.getByLabel('Malienne', { exact: true }).check()
  await page
    .getByRole('group', { name: /^Langues/ })
    .getByRole('checkbox')
    .first()
    .check()
  await page.getByLabel('Documents perdus').check()
  await onwards(page)
}

export async function household(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: 'Lien avec le/la chef(fe) de ménage' })
    .first()
    .getByLabel('Chef(fe) de ménage')
    .check()
  await page.getByLabel('Combien vivent dans ce ménage').fill('1')
  await onwards(page)
}

export async function situation(page: Page): Promise<void> {
  await page.getByLabel('Statut', { exact: true }).fill('personne déplacée')
  await page.getByLabel('Cercle ou pays d’origine').fill('Kayes')
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
