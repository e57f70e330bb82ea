import { account } from '../support/accounts'
import { newcomer, openedCase, traces } from '../support/people'
import { raw } from '../support/post'
import { sendReferral } from '../support/team'
import { expect, type Page, test } from '../support/test'

async function record(page: Page, id: string, said: string, more?: () => Promise<void>): Promise<void> {
  await page.goto(`/referrals/${id}/record`)
  await page.getByRole('group', { name: 'Que dit le partenaire ?' }).getByLabel(said, { exact: true }).check()
  await page.getByLabel('par téléphone').check()
  await more?.()
  await page.getByRole('button', { name: /Enregistrer|Saisir/ }).click()
}

test('the team writes down what a partner said by telephone, and the record says so', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP', nth: 1 }))
  const code = await openedCase(lead, who, { cercle: 'ML0505' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP', nth: 1 }))
  const id = await sendReferral(lead, supervisor, code, {
    service: 'NFI_KIT',
    partner: 'CICR',
    reason: 'Arrivés sans rien.',
  })

  await record(lead, id, 'Bien reçu')
  await expect(lead.getByRole('status')).toContainText('Réponse du partenaire enregistrée')
  await test.step('what an answer needs is asked for', async () => {
    await record(lead, id, 'Refusé')
    await expect(lead.getByRole('alert')).toBeVisible()
    await expect(lead.getByLabel('par téléphone')).toBeChecked()
  })
  await record(lead, id, 'Accepté')
  await expect(lead.getByRole('status')).toContainText('Réponse du partenaire enregistrée')
  await expect(lead.getByRole('row').filter({ hasText: 'Accepté par téléphone par le CICR' })).toHaveCount(1)

  await test.step('the partner’s own page follows, with what acceptance opens', async () => {
    const partner = await signIn(account('PARTNER_FP', { partner: 'ICRC' }))
    await partner.goto(`/inbox/${id}`)
    await expect(partner.locator('main')).toContainText('Ouvert par votre acceptation')
    await expect(partner.locator('main')).toContainText(who.meetingPlace)
    const { text } = await raw(partner, `/inbox/${id}`)
    for (const trace of traces(who).filter((one) => one !== who.meetingPlace))
      expect(text).not.toContain(trace)
  })
  await record(lead, id, 'Le service est fourni', async () => {
    await lead.getByLabel('Si le service est fourni : résultat').selectOption('RECEIVED')
    await lead.getByLabel('Fourni le').fill('30/6/2014')
  })
  await expect(lead.locator('main')).toContainText('Service fourni (retour du prestataire)')
})
