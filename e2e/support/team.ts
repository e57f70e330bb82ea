import { approve, letTheHoldPass, prepareReferral, submitReferral, type Wanted } from './referral'
import { expect, type Page } from './test'

/** From the wizard to the partner's inbox: prepared, approved, held, sent. Returns the referral's id. */
export async function sendReferral(
  lead: Page,
  supervisor: Page,
  code: string,
  wanted: Wanted,
): Promise<string> {
  const id = await prepareReferral(lead, code, wanted)
  await submitReferral(lead)
  await approve(supervisor, id)
  await letTheHoldPass(lead, id)
  return id
}

/** Answers the partner's question on the referral's page. */
export async function reply(lead: Page, id: string, question: string, words: string): Promise<void> {
  await lead.goto(`/referrals/${id}`)
  await expect(lead.locator('main')).toContainText(question)
  await lead.getByLabel('Votre message').fill(words)
  await lead.getByRole('button', { name: 'Répondre' }).click()
  await expect(lead.getByRole('status')).toContainText('Réponse donnée')
}

/** The person was asked, and says that nothing came; what they want; and whether they were harmed. */
export async function personSaysNo(lead: Page, id: string, harm = 'Non'): Promise<void> {
  await lead.goto(`/referrals/${id}/verify`)
  await lead.getByRole('group', { name: 'A-t-elle reçu le service ?' }).getByLabel('Non').check()
  await lead.getByLabel('Que nous rappelions le partenaire').check()
  await lead
    .getByRole('group', { name: 'A-t-elle subi un préjudice à cette occasion ?' })
    .getByLabel(harm, { exact: true })
    .check()
  await lead.getByLabel('Ses mots').fill('On m’a dit de revenir, puis que c’était fini.')
  await lead.getByRole('button', { name: 'Enregistrer sa réponse' }).click()
  await expect(lead.getByRole('status')).toContainText('rien n’est confirmé')
}

/** The person was asked, and says: received, satisfied, no harm. */
export async function verifyWithPerson(lead: Page, id: string): Promise<void> {
  await lead.goto(`/referrals/${id}`)
  await lead.getByRole('link', { name: 'Vérifier avec la personne' }).click()
  await lead.getByRole('group', { name: 'A-t-elle reçu le service ?' }).getByLabel('Oui').check()
  await lead.getByRole('group', { name: 'En est-elle satisfaite ?' }).getByLabel('Oui').check()
  await lead
    .getByRole('group', { name: 'A-t-elle subi un préjudice à cette occasion ?' })
    .getByLabel('Non', { exact: true })
    .check()
  await lead.getByRole('button', { name: 'Enregistrer sa réponse' }).click()
  await expect(lead.getByRole('status')).toContainText('Vérification enregistrée')
}
