import { pdf } from '@/lib/testing/files/pdfs'
import { account } from '../support/accounts'
import { accept, open } from '../support/partner'
import { newcomer, openedCase } from '../support/people'
import { cookiesOf } from '../support/post'
import {
  approve,
  askConsent,
  choosePartner,
  letTheHoldPass,
  referralIn,
  submitReferral,
  toTheCheck,
} from '../support/referral'
import { expect, type Page, test } from '../support/test'
import { ours, send } from '../support/wire'

const fetched = async (page: Page, href: string | null) =>
  (await send(String(href), { headers: { ...ours, cookie: await cookiesOf(page) } })).status
const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf() })

test('a paper goes along once the agency accepts, another comes back, and taking one away ends it', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const code = await openedCase(lead, newcomer())
  const wanted = { service: 'LEGAL_DOC', partner: 'NRC', reason: 'Acte de naissance abîmé.' }
  await lead.goto(`/cases/${code}/documents`)
  await lead.getByLabel('Fichier').setInputFiles(file('acte-de-Awa.pdf'))
  await lead.getByLabel('Ce que c’est').selectOption({ label: 'Acte d’état civil' })
  await lead.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel('Équipe du dossier').check()
  await lead.getByRole('button', { name: 'Ajouter', exact: true }).click()

  await lead.goto(`/cases/${code}/refer`)
  await askConsent(lead, wanted)
  await choosePartner(lead, wanted)
  await lead
    .getByRole('group', { name: /^Papiers du dossier/ })
    .getByLabel(/^Acte d’état civil/)
    .check()
  await lead.getByRole('button', { name: 'Enregistrer et revoir l’aperçu' }).click()
  await toTheCheck(lead)
  const id = referralIn(lead.url())
  await test.step('the person hears it by its kind', async () => {
    await expect(lead.locator('main')).toContainText('et ces papiers, en copie')
    await expect(lead.locator('main')).toContainText('votre acte de naissance ou de mariage')
    await submitReferral(lead)
  })

  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await test.step('the supervisor reads that it leaves', async () => {
    await supervisor.goto(`/queue?item=${id}`)
    await expect(supervisor.locator('main')).toContainText('papiers joints : Acte d’état civil')
    await approve(supervisor, id)
    await letTheHoldPass(lead, id)
  })

  const agency = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  const paper = `/api/v1/inbox/${id}/papers/1`
  await test.step('the agency opens it after its yes, not before', async () => {
    await open(agency, id)
    expect(await fetched(agency, paper)).toBe(403)
    await accept(agency, id)
    await agency.goto(`/inbox/${id}`)
    const link = agency.getByRole('link', { name: /^Ouvrir : Acte d’état civil \(PDF, / })
    expect(await link.getAttribute('href')).toBe(paper)
    expect(await fetched(agency, paper)).toBe(200)
  })

  await test.step('its report brings one back; what is no paper is refused with its reason', async () => {
    await agency.getByRole('link', { name: 'Déclarer le service fourni', exact: true }).click()
    await agency.getByLabel('Fourni', { exact: true }).check()
    const wrong = { ...file('recu.pdf'), buffer: Buffer.from('PK\u0003\u0004 nothing of a page') }
    await agency.getByLabel('Joindre un papier').setInputFiles(wrong)
    await agency.getByRole('button', { name: 'Envoyer le retour' }).click()
    await expect(agency.getByRole('alert')).toBeVisible()
    await expect(agency.locator('main')).toContainText('choisissez-le de nouveau')
    await expect(agency.getByLabel('Fourni', { exact: true })).toBeChecked()
    await agency.getByLabel('Joindre un papier').setInputFiles(file('jugement.pdf'))
    await agency.getByRole('button', { name: 'Envoyer le retour' }).click()
    await expect(agency.getByRole('status')).toContainText('Service noté')
    await expect(agency.locator('main')).toContainText('Papier reçu par l’équipe (PDF, ')
  })

  await test.step('the team opens it beside the word and keeps it with one press', async () => {
    await lead.goto(`/referrals/${id}`)
    const link = lead.getByRole('link', { name: /^Ouvrir le papier reçu/ })
    expect(await fetched(lead, await link.getAttribute('href'))).toBe(200)
    expect(await fetched(agency, await link.getAttribute('href'))).not.toBe(200)
    await lead.getByRole('link', { name: 'Le garder dans le dossier' }).click()
    await lead.getByLabel('Ce que c’est').selectOption({ label: 'Papier de justice' })
    await lead.getByRole('button', { name: 'Garder', exact: true }).click()
    await expect(lead.getByRole('row').filter({ hasText: 'Papier de justice' })).toHaveCount(1)
  })

  await test.step('taken away from the case, it opens for the agency no more', async () => {
    await lead.getByRole('row').filter({ hasText: 'Acte d’état civil' }).getByRole('link').first().click()
    await lead.getByText('Retirer ce document').click()
    await lead.getByLabel('Illisible').check()
    await lead.getByRole('button', { name: 'Retirer et effacer' }).click()
    await agency.goto(`/inbox/${id}`)
    await expect(agency.locator('main')).toContainText('il ne s’ouvre plus')
    expect(await fetched(agency, paper)).toBe(403)
  })
})
