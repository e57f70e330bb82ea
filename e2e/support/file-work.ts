import { type Answers, fillIn } from './fields'
import { onwards, post, raw, type Sent } from './post'
import { expect, type Page } from './test'

/** What was given ourselves, in the unit of its service; the page of it has a journey of its own. */
export async function gave(lead: Page, code: string, service: string, quantity: number, donor: string) {
  const line: Sent = { service, quantity: String(quantity), donor, givenOn: '30/6/2014', forWhom: 'PERSON' }
  onwards(await post(lead, `/api/v1/cases/${code}/assistance`, { ...line, sure: 'on', again: 'on' }))
}

/** A later answer for a purpose of its own, on the consents' page. */
export async function answersLater(
  lead: Page,
  code: string,
  what: { for: string; partner?: string },
  answers: Answers,
): Promise<void> {
  const query = new URLSearchParams(what).toString()
  await lead.goto(`/cases/${code}/consents/new?${query}`)
  await fillIn(lead, answers)
  await lead.getByRole('button', { name: 'Enregistrer la réponse' }).click()
  await expect(lead.getByRole('status')).toContainText('Réponse de la personne enregistrée')
}

/** The supervisor puts their own word to an answer that somebody could not give alone. */
export async function confirmsThemselves(supervisor: Page, code: string): Promise<void> {
  await supervisor.goto('/confirmations')
  const pages = await supervisor
    .locator('main a[href^="/confirmations/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  // One that waits alone is opened at once.
  for (const page of pages.length > 0 ? pages.toReversed() : [supervisor.url()]) {
    await supervisor.goto(page)
    if ((await supervisor.locator('main').innerText()).includes(code)) break
  }
  await expect(supervisor.locator('main')).toContainText(code)
  await supervisor.getByLabel('Je confirme moi-même').check()
  await supervisor.getByRole('button', { name: 'Enregistrer ma réponse' }).click()
  await expect(supervisor.getByRole('status')).toContainText('Votre réponse est enregistrée')
}

/** Restricted to its team and the supervisors named; the reason is one of the page's codes. */
export async function restrict(lead: Page, code: string, supervisor: string, reason: string): Promise<void> {
  await lead.goto(`/cases/${code}/restrict`)
  await lead.getByLabel(supervisor).check()
  await fillIn(lead, { restrictReason: reason })
  await lead.getByRole('button', { name: 'Restreindre l’accès' }).click()
  await expect(lead.getByRole('status')).toContainText('l’accès est restreint')
}

/** Whether this person may open the file at all; absent and forbidden look the same. */
export const opens = async (page: Page, code: string): Promise<boolean> =>
  (await raw(page, `/cases/${code}`)).status === 200
