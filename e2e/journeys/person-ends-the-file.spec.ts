import { account } from '../support/accounts'
import { accept, open } from '../support/partner'
import { newcomer, openedCase } from '../support/people'
import { prepareReferral } from '../support/referral'
import { sendReferral } from '../support/team'
import { expect, test } from '../support/test'

test('a person who ends their file stops all work, and somebody else closes it', async ({ signIn }) => {
  test.setTimeout(240_000)
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const code = await openedCase(lead, who, { cercle: 'ML0901' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const wanted = { service: 'LEGAL_HLP', partner: 'NRC', reason: 'Expulsée de sa parcelle.' }
  const sent = await sendReferral(lead, supervisor, code, wanted)
  const draft = await prepareReferral(lead, code, wanted)
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await open(partner, sent)
  await accept(partner, sent)

  await test.step('each referral is on the page, and the partner at work is asked about', async () => {
    await lead.goto(`/cases/${code}/consents`)
    await lead
      .getByRole('row')
      .filter({ hasText: 'Gestion de cas' })
      .getByRole('link', { name: 'Retirer' })
      .click()
    await expect(lead.getByRole('heading', { name: 'La personne ne veut plus de dossier' })).toBeVisible()
    await expect(lead.getByLabel(/NRC.*la personne veut continuer/)).not.toBeChecked()
    await expect(lead.locator('main')).toContainText('jamais parti, ne partira pas')
    await lead.getByLabel('Je le lui ai dit').check()
    await lead.getByRole('button', { name: 'Enregistrer le retrait' }).click()
  })
  await test.step('nothing is left to do but closing, and not by the team', async () => {
    await expect(lead.getByRole('status')).toContainText('Le travail s’arrête')
    const main = lead.locator('main')
    await expect(main).toContainText('La personne a retiré son accord au dossier')
    await expect(main.getByRole('link', { name: 'Référer la personne' })).toHaveCount(0)
    await expect(main.getByRole('link', { name: 'Ajouter une note' })).toHaveCount(0)
    await expect(main).toContainText('Accord retiré')
    for (const id of [sent, draft]) {
      await lead.goto(`/referrals/${id}`)
      await expect(lead.locator('main')).toContainText('consentement retiré')
    }
    await lead.goto(`/cases/${code}/refer`)
    await expect(lead.locator('main')).toContainText('La personne ne veut plus de dossier')
  })
  await test.step('the partner reads nothing any more', async () => {
    await partner.goto(`/inbox/${sent}`)
    await expect(partner.locator('main')).not.toContainText(who.given)
  })
  await test.step('the supervisor finds it in the queue and closes it', async () => {
    await supervisor.goto('/queue?kind=close')
    await supervisor.getByRole('link').filter({ hasText: code }).click()
    await supervisor.getByRole('button', { name: 'Clore' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Dossier clos')
  })
})
