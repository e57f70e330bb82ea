import { account } from '../support/accounts'
import { accept, open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { expectNothingLeft } from '../support/replay'
import { sendReferral } from '../support/team'
import { expect, test } from '../support/test'

const reason = 'Expulsée de sa parcelle, titre en main.'

test('withdrawing consent cuts the partner off at once, even from a page that is open', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const code = await openedCase(lead, who, { cercle: 'ML0901' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const id = await sendReferral(lead, supervisor, code, { service: 'LEGAL_HLP', partner: 'NRC', reason })
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await open(partner, id)
  await accept(partner, id)
  await expect(partner.locator('main')).toContainText(who.given)

  await test.step('the page says what will stop, then it stops', async () => {
    await lead.goto(`/referrals/${id}`)
    await lead.getByRole('link', { name: 'Retirer le consentement' }).click()
    await expect(lead.locator('main')).toContainText('S’arrête : le NRC ne lit plus rien')
    await lead.getByRole('button', { name: 'Retirer maintenant' }).click()
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Arrêté : consentement retiré')
  })
  await test.step('neither the open page nor any endpoint gives a fact', async () => {
    await expectNothingLeft(partner, id, [...traces(who), code, reason])
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Arrêté : consentement retiré')
  })
  await test.step('a button of the open page leads to the stub, which asks to delete', async () => {
    await partner.getByRole('button', { name: 'Commencer le service' }).click()
    await partner.goto(`/inbox/${id}`)
    await expect(partner.locator('main')).toContainText('Effacez votre copie')
    await partner.getByRole('button', { name: 'C’est effacé' }).click()
    await expect(partner.getByRole('status')).toContainText('Effacement noté')
    await lead.goto(`/referrals/${id}`)
    await expect(lead.getByRole('row').filter({ hasText: 'Le NRC confirme avoir effacé' })).toHaveCount(1)
  })
})
