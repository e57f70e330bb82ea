import { maintaining } from './database'
import { expect, type Page } from './test'

export type Wanted = {
  service: string
  partner: string
  priority?: 'Extrême urgence' | 'Urgent' | 'Normal'
  reason: string
  /** Under 18: the child and a parent both say yes. */
  child?: boolean
}

/** The referral an address is about. */
export function referralIn(address: string): string {
  const [id] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(new URL(address).pathname) ?? []
  if (!id) throw new Error(`no referral in ${address}`)
  return id
}

/** Page 1: the person says yes, signs, in Songhaï. */
export async function askConsent(page: Page, { service, child }: Wanted): Promise<void> {
  await page.getByLabel('Service demandé').selectOption(service)
  await page.getByRole('radio', { name: child ? /^Oui de l’enfant/ : /^Oui elle a compris/ }).check()
  await page.getByLabel('Signature').check()
  await page
    .getByRole('group', { name: 'Qui répond' })
    .getByLabel(child ? 'Père / mère' : 'La personne', { exact: true })
    .check()
  if (child) await page.getByLabel('Qui prend soin de l’enfant').selectOption('PRESENT_SAFE')
  await page.getByLabel('Langue de l’échange').selectOption('ses')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Service et partenaire')
}

/** Page 2: who can meet it, how soon, why. */
export async function choosePartner(
  page: Page,
  { partner, priority = 'Urgent', reason }: Wanted,
): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${partner} `) }).check()
  await page.getByRole('radio', { name: new RegExp(`^${priority}`) }).check()
  await page.getByLabel('Le besoin, en deux phrases').fill(reason)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce qui sera partagé')
}

/** Pages 1 to 3 from the case page, with the ticks as the service asks for them. Ends where it is sent; returns its id. */
export async function prepareReferral(page: Page, code: string, wanted: Wanted): Promise<string> {
  await page.goto(`/cases/${code}/refer`)
  await askConsent(page, wanted)
  await choosePartner(page, wanted)
  await toTheCheck(page)
  return referralIn(page.url())
}

/** From page 3: it is the check itself, unless something has to be looked at once more on a page of its own. */
export async function toTheCheck(page: Page): Promise<void> {
  const onwards = page.getByRole('button', { name: 'Continuer' })
  if ((await onwards.count()) === 0) return
  await onwards.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifier et envoyer')
}

/** The list was read aloud; the supervisor decides. */
export async function submitReferral(page: Page): Promise<void> {
  const read = page.getByLabel('J’ai lu cette liste à la personne')
  if ((await read.count()) > 0) await read.check()
  await page.getByRole('button', { name: /pour validation$/ }).click()
  await expect(page.getByRole('status')).toContainText('Envoyé à la supervision')
}

/** The two minutes of the hold pass at once; the server's own job then sends. */
export async function letTheHoldPass(page: Page, id: string): Promise<void> {
  await maintaining(
    (tx) => tx`update jobs.outbox set run_at = now() where subject_id = ${id} and done_at is null`,
  )
  await expect(async () => {
    await page.goto(`/referrals/${id}`)
    await expect(page.locator('main')).not.toContainText('Validé, non encore envoyé', { timeout: 100 })
  }).toPass({ timeout: 15_000 })
}

/** The supervisor opens the line, sees what will leave, approves. */
export async function approve(page: Page, id: string): Promise<void> {
  await page.goto(`/queue?item=${id}`)
  await page.getByRole('button', { name: 'Valider' }).click()
  // The bar of an earlier approval says the same: this one's is on the page that follows.
  await expect(page).toHaveURL(new RegExp(`approved=${id}`))
  await expect(page.getByRole('status')).toContainText('L’envoi part dans deux minutes')
}
