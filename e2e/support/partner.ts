import { expect, type Page } from './test'

/** A partner answers on a page of its own: opens it from the referral, fills, sends. */
export async function answer(
  page: Page,
  id: string,
  { link, button, done, fill }: { link: string; button: string; done: string; fill?: () => Promise<void> },
): Promise<void> {
  await page.goto(`/inbox/${id}`)
  await page.getByRole('link', { name: link, exact: true }).click()
  await fill?.()
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('status')).toContainText(done)
}

export async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/inbox/${id}`)
  await page.getByRole('button', { name: 'Ouvrir et accuser réception' }).click()
  await expect(page.getByRole('status')).toContainText('Réception notée')
}

export const accept = (page: Page, id: string): Promise<void> =>
  answer(page, id, { link: 'Accepter', button: 'Accepter', done: 'Accepté.' })

export const complete = (page: Page, id: string): Promise<void> =>
  answer(page, id, {
    link: 'Déclarer le service fourni',
    button: 'Envoyer le retour',
    done: 'Service noté',
    fill: () => page.getByLabel('Fourni', { exact: true }).check(),
  })
