import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { Presses } from '../support/presses'
import { expect, test } from '../support/test'

/** From the case to the supervisor, and what is typed on the way. */
const MOST = 12
const NEED = 'Deux jours sans repas, trois enfants.'

test('a referral is with the supervisor after twelve presses and forty-five keys at most', async ({
  signIn,
}) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0505' })
  await lead.goto(`/cases/${code}`)
  const who = new Presses(lead)
  await who.go(lead.getByRole('link', { name: 'Référer' }).first(), /\/refer$/)
  const often = lead.getByRole('navigation', { name: 'Services les plus demandés' })
  await who.go(often.getByRole('link').first(), /service=/)
  // Who answers and in which language stand as in the file; the answer itself is never chosen beforehand.
  await expect(
    lead.getByRole('group', { name: 'Qui répond' }).getByRole('radio', { checked: true }),
  ).toHaveCount(1)
  await expect(
    lead.getByRole('group', { name: /^Réponse/ }).getByRole('radio', { checked: true }),
  ).toHaveCount(0)
  await who.choose(/^Réponse/, /^Oui elle a compris/)
  await who.choose('Comment', 'Signature')
  await who.go(lead.getByRole('button', { name: 'Continuer' }), /\/service/)
  await who.choose('Priorité', /^Normal/)
  await who.write('reasonText', NEED)
  await who.go(lead.getByRole('button', { name: 'Continuer' }), /\/share/)
  // A health centre asks for no way to reach anybody: said here, and looked at once more before it is sent so.
  await expect(lead.locator('main')).toContainText('aucun moyen de la joindre')
  await who.go(lead.getByRole('button', { name: 'Continuer' }), /\/check/)
  await who.tick('J’ai lu cette liste à la personne, et elle a dit oui')
  await who.go(lead.getByRole('button', { name: /pour validation$/ }), /\/referrals\//)
  await expect(lead.getByRole('status')).toContainText('Envoyé à la supervision')
  expect(NEED.length).toBeLessThanOrEqual(45)
  who.atMost(MOST, 'a referral')
})
