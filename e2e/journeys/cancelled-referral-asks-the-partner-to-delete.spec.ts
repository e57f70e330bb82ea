import { account } from '../support/accounts'
import { open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { expectNothingLeft } from '../support/replay'
import { sendReferral } from '../support/team'
import { expect, test } from '../support/test'

test('a referral cancelled while the partner decides leaves only a request to delete', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT' }))
  const code = await openedCase(lead, who, { cercle: 'ML0605' })
  const wanted = { service: 'SHEL_KIT', partner: 'ACTED', reason: 'Tente emportée par le vent.' }
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT', nth: 1 }))
  const id = await sendReferral(lead, supervisor, code, wanted)
  const partner = await signIn(account('PARTNER_FP', { partner: 'ACTED' }))
  await open(partner, id)
  await partner.getByRole('link', { name: 'Accepter', exact: true }).click()

  await lead.goto(`/referrals/${id}`)
  await lead.getByRole('link', { name: 'Annuler le référencement' }).click()
  await lead.getByRole('button', { name: 'Annuler le référencement' }).click()
  await expect(lead.getByRole('alert')).toBeVisible()
  await lead.getByLabel('Besoin déjà couvert').check()
  await lead.getByRole('button', { name: 'Annuler le référencement' }).click()
  await expect(lead.getByRole('status')).toContainText('Le partenaire ne lit plus rien')

  await test.step('the answer that was being written opens nothing', async () => {
    await partner.getByRole('button', { name: 'Accepter', exact: true }).click()
    await expectNothingLeft(partner, id, [...traces(who), code, wanted.reason])
    await partner.goto(`/inbox/${id}`)
    await expect(partner.locator('main')).toContainText('Annulé')
    await expect(partner.locator('main')).toContainText('Effacez votre copie')
  })
})
