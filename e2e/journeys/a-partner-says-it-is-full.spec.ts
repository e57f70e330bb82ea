import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { newcomer, openedCase } from '../support/people'
import { askConsent } from '../support/referral'
import { expect, type Page, test } from '../support/test'

/** NRC's entry around Mopti. */
async function entryOf(service: string): Promise<string> {
  const [row] = await maintaining(
    (tx) => tx<{ id: string }[]>`select id from app.directory_entries
      where partner_code = 'NRC' and service = ${service} and office_id = 'MOP'`,
  )
  return String(row?.id)
}

type Said = { answer: string; days?: string; told: string }
/** The agency opens its entry from its list and answers the one question. */
async function says(partner: Page, id: string, { answer, days, told }: Said): Promise<void> {
  await partner.goto('/services')
  await partner.locator(`a[href="/services/${id}"]`).click()
  await partner.locator('label', { hasText: answer }).first().click()
  if (days) await partner.getByLabel('Si attente : combien de jours').fill(days)
  await partner.getByRole('button', { name: 'C’est à jour aujourd’hui' }).click()
  await expect(partner.getByRole('status')).toContainText(told)
}

test('a partner says that it is full, nobody can choose it, and it opens again', async ({ signIn }) => {
  test.setTimeout(120_000)
  const wanted = { service: 'REINT_EDU', partner: 'NRC', reason: 'Hors de l’école.', child: true }
  const id = await entryOf(wanted.service)
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const choice = lead.getByRole('radio', { name: /^NRC / })
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0505', age: '9' })
  await test.step('the agency finds its entries in its menu and answers', async () => {
    await partner.goto('/menu')
    await expect(partner.locator('main').getByRole('link', { name: 'Nos services' })).toBeVisible()
    await says(partner, id, { answer: 'Non, complet', told: 'Complet' })
  })
  await test.step('the directory says so, and what stood before', async () => {
    await lead.goto(`/directory/${id}`)
    await expect(lead.locator('main')).toContainText('Complet : personne ne peut y être référé')
    await expect(lead.locator('main')).toContainText('complet. Avant : ouvert')
  })
  await test.step('nobody can choose it', async () => {
    await lead.goto(`/cases/${code}/refer`)
    await askConsent(lead, wanted)
    await expect(choice).toBeDisabled()
  })
  await test.step('after a wait it can be chosen, and the wait is said', async () => {
    await says(partner, id, { answer: 'Oui, après une attente', days: '10', told: '10 jours' })
    await lead.reload()
    await expect(choice).toBeEnabled()
    await expect(lead.locator('main')).toContainText('Liste d’attente : 10 jours')
  })
  await test.step('the agency opens again', async () => {
    await says(partner, id, { answer: 'Oui', told: 'Ouvert' })
    await lead.reload()
    await expect(choice).toBeEnabled()
  })
})
