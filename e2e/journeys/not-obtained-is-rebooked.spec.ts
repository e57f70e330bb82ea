import { account } from '../support/accounts'
import { accept, answer, open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { sendReferral } from '../support/team'
import { expect, test } from '../support/test'

test('a service that was not obtained gets a new date, and the person is told by a paper that says nothing', async ({
  signIn,
}) => {
  test.setTimeout(150_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  const who = newcomer()
  const code = await openedCase(lead, who)
  const wanted = { service: 'LEGAL_DOC', partner: 'NRC', reason: 'Carte d’identité perdue.' }
  const id = await sendReferral(lead, supervisor, code, wanted)
  await open(partner, id)
  await accept(partner, id)
  await partner.goto(`/inbox/${id}/not-accessed`)
  await partner.getByLabel('Trajet ou lieu dangereux').check()
  await partner.getByRole('button', { name: 'Envoyer le retour' }).click()
  await expect(partner.getByRole('status')).toContainText('C’est noté')

  await test.step('the team reads the next step that the reason asks for', async () => {
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Plan de sécurité')
    await lead.goto('/referrals?tab=answered')
    await expect(lead.locator(`a[href="/referrals/${id}"]`)).toHaveCount(1)
  })
  await test.step('the partner gives a new date', async () => {
    await answer(partner, id, {
      link: 'Donner une nouvelle date',
      button: 'Enregistrer la date',
      done: 'Nouvelle date notée',
      fill: () => partner.getByLabel('Quel jour recevrez-vous la personne ?').fill('8/7/2014'),
    })
  })
  await test.step('the paper is asked about first, and bears no name, agency, service or code', async () => {
    await lead.goto(`/referrals/${id}/slip`)
    await lead.getByRole('link', { name: 'Préparer ce papier' }).click()
    await expect(lead.getByLabel('Jour')).toHaveValue('8/7/2014')
    await lead.getByLabel('Oui, elle le dit').check()
    await lead.getByLabel('Heure').fill('9 h')
    await lead.getByLabel('Lieu').fill('Au grand marché')
    await lead.getByRole('button', { name: 'Continuer' }).click()
    const paper = lead.getByRole('region', { name: 'Rendez-vous' })
    const text = (await paper.textContent()) ?? ''
    expect(text).toContain('8 juillet')
    expect(lead.url()).not.toContain(code)
    for (const trace of [...traces(who), code, 'NRC', 'Documents', 'R-']) expect(text).not.toContain(trace)
    await lead.goto(`/referrals/${id}/slip`)
    await lead.getByLabel('Oui, de vive voix').check()
    await lead.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(lead.getByRole('status')).toContainText('la personne sait quand et où')
  })
})
