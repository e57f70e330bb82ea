import { account } from '../support/accounts'
import { answer, open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { expectNothingLeft } from '../support/replay'
import { sendReferral } from '../support/team'
import { expect, type Page, test } from '../support/test'

test('a partner declines with a reason, never learns who it was, and another provider is offered', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const code = await openedCase(lead, who, { cercle: 'ML0505', age: '9' })
  const wanted = {
    service: 'REINT_EDU',
    partner: 'NRC',
    reason: 'Hors de l’école depuis un an.',
    child: true,
  }
  const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  const id = await sendReferral(lead, supervisor, code, wanted)

  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await open(partner, id)
  const decline = { link: 'Refuser', button: 'Refuser', done: 'Refus noté' }
  await test.step('a reason is asked for, and nothing typed is lost', async () => {
    await partner.getByRole('link', { name: 'Refuser' }).click()
    await partner.getByLabel('Précision').fill('Classe complète')
    await partner.getByRole('button', { name: 'Refuser' }).click()
    await expect(partner.getByRole('alert')).toContainText('Choisissez un motif')
    await expect(partner.getByLabel('Précision')).toHaveValue('Classe complète')
  })
  await answer(partner, id, {
    ...decline,
    fill: () => partner.getByLabel('Pas de capacité / stock / fonds').check(),
  })
  await test.step('what is left with the partner has no fact, and no verb opens it again', () =>
    expectNothingLeft(partner, id, [...traces(who), code, wanted.reason]))
  await test.step('the team reads the reason and goes on to another provider', async () => {
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Refusé : pas de capacité')
    const answer = await lead.goto(`/referrals/${id}/others`)
    expect(answer?.status()).toBe(200)
    await expect(lead.locator('main')).toContainText('Save the Children')
  })
  await test.step('the next one starts filled: five presses and the signature', async () => {
    await lead.goto(`/referrals/${id}`)
    let presses = 0
    const press = async (what: ReturnType<Page['locator']>) => {
      await what.click()
      presses += 1
    }
    await press(lead.getByRole('link', { name: 'Autre prestataire' }))
    await expect(lead.getByRole('radio', { name: /^NRC/ })).toHaveCount(0)
    await expect(
      lead.getByRole('group', { name: 'À qui le proposer' }).getByRole('radio').first(),
    ).toBeChecked()
    const answers = lead.getByRole('group', { name: /^Réponse/ })
    await expect(answers.getByRole('radio', { checked: true })).toHaveCount(0)
    await press(lead.getByRole('radio', { name: /^Oui de l’enfant/ }))
    await lead.getByLabel('Signature').check()
    await press(lead.getByRole('button', { name: 'Continuer' }))
    await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Vérifier et envoyer')
    await expect(lead.locator('main')).toContainText(wanted.reason)
    await press(lead.getByLabel('J’ai lu cette liste à la personne'))
    await press(lead.getByRole('button', { name: /pour validation$/ }))
    await expect(lead.getByRole('status')).toContainText('Envoyé à la supervision')
    expect(presses).toBeLessThanOrEqual(5)
    await lead.goto(`/referrals/${id}`)
    await expect(lead.getByRole('link', { name: 'Un autre référencement a suivi' })).toBeVisible()
  })
})
