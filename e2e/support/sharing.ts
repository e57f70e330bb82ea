import { type Answers, fillIn, tickExactly } from './fields'
import { onwards, post, type Sent } from './post'
import {
  approve,
  choosePartner,
  letTheHoldPass,
  referralIn,
  submitReferral,
  toTheCheck,
  type Wanted,
} from './referral'
import { expect, type Page } from './test'

/** A referral of a story: what is asked of whom, what the person answered, and exactly which facts may leave. */
export type Asked = Omit<Wanted, 'child'> & { answer: Answers; facts?: readonly string[]; place?: string }

/** Pages 1 to 3 in the person's words: their answer, the partner, one tick a fact. Ends where it is sent; returns its id. */
export async function askToRefer(lead: Page, code: string, asked: Asked): Promise<string> {
  await lead.goto(`/cases/${code}/refer`)
  await fillIn(lead, { service: asked.service, ...asked.answer })
  await lead.getByRole('button', { name: 'Continuer' }).click()
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Service et partenaire')
  if (asked.place) await fillIn(lead, { meetingPlace: asked.place })
  await choosePartner(lead, asked)
  if (asked.facts) {
    await tickExactly(lead, 'facts', asked.facts)
    await lead.getByRole('button', { name: 'Enregistrer et revoir l’aperçu' }).click()
    await expect(lead.getByRole('status')).toContainText('Enregistré')
  }
  await toTheCheck(lead)
  return referralIn(lead.url())
}

/** An emergency leaves at once; the supervisor reads it afterwards. */
export async function sendNow(lead: Page): Promise<void> {
  await lead.getByRole('link', { name: 'Extrême urgence : envoyer maintenant' }).click()
  const read = lead.getByLabel('J’ai lu cette liste à la personne')
  if ((await read.count()) > 0) await read.check()
  await lead.getByRole('button', { name: /^Envoyer maintenant/ }).click()
  await expect(lead.getByRole('status')).toContainText('Envoyé maintenant')
}

/** Through the supervisor and the two minutes. `own`: it rests on a word that the supervisor puts to it themselves first. */
export async function sendApproved(
  lead: Page,
  supervisor: Page,
  id: string,
  { own = false }: { own?: boolean } = {},
): Promise<void> {
  await submitReferral(lead)
  if (own) {
    await supervisor.goto(`/queue?item=${id}`)
    await expect(supervisor.getByRole('button', { name: 'Valider' })).toHaveCount(0)
    await supervisor.getByRole('button', { name: 'Je confirme moi-même' }).click()
    await expect(supervisor.getByRole('button', { name: 'Valider' })).toBeVisible()
  }
  await approve(supervisor, id)
  await letTheHoldPass(lead, id)
}

/** The partner's word, by the same verbs as its pages: those pages have journeys of their own. */
export async function says(partner: Page, id: string, verb: string, values: Sent = {}): Promise<void> {
  onwards(await post(partner, `/api/v1/inbox/${id}/${verb}`, values))
}

export async function serves(partner: Page, id: string): Promise<void> {
  await says(partner, id, 'acknowledge')
  await says(partner, id, 'accept', { expectedOn: '', note: '' })
  await says(partner, id, 'complete', { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' })
}
