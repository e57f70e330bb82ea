import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { approve, prepareReferral, submitReferral } from '../support/referral'
import { expect, test } from '../support/test'

test('a supervisor returns a referral, the caseworker corrects it, and a colleague decides', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('LAWYER', { office: 'TBT' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0605' })
  const id = await prepareReferral(lead, code, {
    service: 'LEGAL_DOC',
    partner: 'NRC',
    reason: 'Papiers perdus.',
  })
  await submitReferral(lead)

  const [one, other] = [
    account('SUPERVISOR', { office: 'TBT' }),
    account('SUPERVISOR', { office: 'TBT', nth: 1 }),
  ]
  const supervisor = await signIn(one)
  await test.step('returned with a reason', async () => {
    await supervisor.goto(`/queue?item=${id}`)
    await supervisor.getByRole('link', { name: 'Renvoyer' }).click()
    await supervisor.getByRole('button', { name: 'Renvoyer' }).click()
    await expect(supervisor.getByRole('alert')).toContainText('Choisissez un motif')
    await supervisor.getByLabel('Besoin à préciser').check()
    await supervisor.locator('[name=comment]').fill('Dire quels papiers.')
    await supervisor.getByRole('button', { name: 'Renvoyer' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Renvoyé')
  })
  await test.step('the caseworker sees why, corrects the words and asks again', async () => {
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Corriger l’envoi au NRC')
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Renvoyé : besoin à préciser')
    await lead.getByRole('link', { name: 'Continuer le brouillon' }).click()
    await expect(lead.locator('main')).toContainText('Renvoyé : Besoin à préciser')
    await expect(lead.locator('main')).toContainText('Dire quels papiers.')
    await lead
      .locator('main')
      .getByRole('link', { name: /Modifier Motif/ })
      .click()
    await expect(lead.getByLabel('Le besoin, en deux phrases')).toHaveValue('Papiers perdus.')
    await lead
      .getByLabel('Le besoin, en deux phrases')
      .fill('Acte de naissance et carte NINA perdus en route.')
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.locator('main')).toContainText('carte NINA perdus en route')
    await submitReferral(lead)
  })
  await test.step('the decision is handed to a colleague, who approves', async () => {
    await supervisor.goto(`/queue?item=${id}`)
    await supervisor.getByRole('link', { name: 'Réattribuer' }).click()
    await supervisor.getByLabel(other.name).check()
    await supervisor.getByRole('button', { name: 'Réattribuer' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Réattribué')
    await approve(await signIn(other), id)
  })
  await test.step('the history keeps both rounds', async () => {
    await lead.goto(`/referrals/${id}`)
    await expect(lead.getByRole('row').filter({ hasText: 'validation demandée' })).toHaveCount(2)
    await expect(lead.getByRole('row').filter({ hasText: 'Réattribué' })).toHaveCount(1)
  })
})
