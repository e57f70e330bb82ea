import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('of two tabs on one page the slower one sees both changes, and nobody’s is erased', async ({
  signIn,
}) => {
  const first = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const code = await openedCase(first, newcomer(), { cercle: 'ML0901' })
  const second = await first.context().newPage()
  const address = `/cases/${code}/register/safety`
  await first.goto(address)
  await second.goto(address)
  const save = { name: 'Enregistrer et continuer' }
  await first.getByLabel('Lieu où la rencontrer').fill('Devant la mairie')
  await first.getByLabel('Ne jamais dire ou faire').fill('Ne jamais appeler le soir.')
  await first.getByLabel('En personne uniquement').check()
  await first.getByRole('button', save).click()
  await expect(first).not.toHaveURL(/draft=/)

  await second.getByLabel('Lieu où la rencontrer').fill('Au dispensaire')
  await second.getByLabel('SMS possible').check()
  await second.getByLabel('Élevé').check()
  await second.getByRole('button', save).click()
  await test.step('field by field: before, theirs, mine, who, and the safer answer preset', async () => {
    await expect(second.getByRole('status')).toContainText('Quelqu’un a modifié cette page')
    const contact = second.getByRole('group', { name: 'Comment la joindre sans danger' })
    await expect(contact).toContainText('Appeler seulement à certaines heures')
    await expect(contact.getByLabel(/^En personne uniquement/)).toBeChecked()
    await expect(second.getByRole('group', { name: 'Lieu où la rencontrer' }).getByRole('radio')).toHaveCount(
      2,
    )
    await expect(second.locator('main')).toContainText('Ne jamais appeler le soir.')
  })
  await test.step('nothing was overwritten meanwhile', async () => {
    await first.goto(address)
    await expect(first.getByLabel('Lieu où la rencontrer')).toHaveValue('Devant la mairie')
  })
  await test.step('sent again, what was not touched stays, and what both changed is as chosen', async () => {
    await second.getByLabel(/^Au dispensaire/).check()
    await second.getByRole('button', { name: 'Enregistrer ces choix' }).click()
    await expect(second).not.toHaveURL(/draft=/)
    await first.goto(address)
    await expect(first.getByLabel('Lieu où la rencontrer')).toHaveValue('Au dispensaire')
    await expect(first.getByLabel('Ne jamais dire ou faire')).toHaveValue('Ne jamais appeler le soir.')
    await expect(first.getByLabel('En personne uniquement')).toBeChecked()
    await expect(first.getByLabel('Élevé')).toBeChecked()
  })
})
