import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('of two tabs on one page the slower one is told, and keeps every word', async ({ signIn }) => {
  const first = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const code = await openedCase(first, newcomer(), { cercle: 'ML0901' })
  const second = await first.context().newPage()
  const address = `/cases/${code}/register/safety`
  await first.goto(address)
  await second.goto(address)
  const save = { name: 'Enregistrer et continuer' }
  await first.getByLabel('Lieu où la rencontrer').fill('Devant la mairie')
  await first.getByRole('button', save).click()
  await expect(first).not.toHaveURL(/draft=/)

  await second.getByLabel('Lieu où la rencontrer').fill('Au dispensaire')
  await second.getByLabel('Ne jamais dire ou faire').fill('Ne jamais appeler le soir.')
  await second.getByRole('button', save).click()
  await expect(second.getByRole('status')).toContainText('Quelqu’un a modifié ces données')
  await expect(second.getByLabel('Lieu où la rencontrer')).toHaveValue('Au dispensaire')
  await expect(second.getByLabel('Ne jamais dire ou faire')).toHaveValue('Ne jamais appeler le soir.')
  await test.step('nothing was overwritten meanwhile', async () => {
    await first.goto(address)
    await expect(first.getByLabel('Lieu où la rencontrer')).toHaveValue('Devant la mairie')
  })
  await test.step('sent again, now that it was read, it holds', async () => {
    await second.getByRole('button', save).click()
    await expect(second).not.toHaveURL(/draft=/)
    await first.goto(address)
    await expect(first.getByLabel('Lieu où la rencontrer')).toHaveValue('Au dispensaire')
    await expect(first.getByLabel('Ne jamais dire ou faire')).toHaveValue('Ne jamais appeler le soir.')
  })
})
