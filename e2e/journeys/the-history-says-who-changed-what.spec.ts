import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { expect, test } from '../support/test'

test('three tabs on one page lose nothing, and the history says who changed which answer from what', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = account('SOCIAL_WORKER', { office: 'BKO' })
  const first = await signIn(lead)
  const code = await openedCase(first, who, { cercle: 'ML0901' })
  const [second, third] = [await first.context().newPage(), await first.context().newPage()]
  const address = `/cases/${code}/register/safety`
  for (const tab of [first, second, third]) await tab.goto(address)
  const save = { name: 'Enregistrer et continuer' }
  const warning = 'Ne jamais dire ou faire'

  await first.getByLabel(warning).fill('Ne jamais appeler le soir.')
  await first.getByLabel('La famille').check()
  await first.getByLabel('Stigmatisation').check()
  await first.getByRole('button', save).click()
  await expect(first).not.toHaveURL(/draft=/)

  await second.getByLabel(warning).fill('Ne rien dire au marché.')
  await second.getByLabel('Les autorités').check()
  await second.getByLabel('Stigmatisation').check()
  await second.getByRole('button', save).click()
  await test.step('a list keeps what each ticked, and is not asked', async () => {
    await expect(second.getByRole('heading', { name: 'Modifié des deux côtés, réuni' })).toBeVisible()
    await expect(second.locator('main')).toContainText('La famille, Les autorités')
  })

  await test.step('a third save while the conflict page stands open is a conflict again', async () => {
    await third.goto(address)
    await third.getByLabel(warning).fill('Ne pas passer par son oncle.')
    await third.getByRole('button', save).click()
    await expect(third).not.toHaveURL(/draft=/)
    await second.getByLabel(/^Ne rien dire au marché/).check()
    await second.getByRole('button', { name: 'Enregistrer ces choix' }).click()
    await expect(second.locator('main')).toContainText('Ne pas passer par son oncle.')
    await second.getByLabel(/^Ne rien dire au marché/).check()
    await second.getByRole('button', { name: 'Enregistrer ces choix' }).click()
    await expect(second).not.toHaveURL(/draft=/)
    await first.goto(address)
    await expect(first.getByLabel(warning)).toHaveValue('Ne rien dire au marché.')
    await expect(first.getByLabel('La famille')).toBeChecked()
    await expect(first.getByLabel('Les autorités')).toBeChecked()
  })

  await test.step('the history tells each save, newest first, and a part alone', async () => {
    await first.goto(`/cases/${code}/person`)
    await first.getByRole('link', { name: 'Historique Risque et contact' }).click()
    const lines = first.locator('main ol.line > li')
    await expect(lines.nth(0)).toContainText('Ne pas passer par son oncle. → Ne rien dire au marché.')
    await expect(lines.nth(0)).toContainText(lead.name)
    await expect(lines.nth(1)).toContainText('Ne jamais appeler le soir. → Ne pas passer par son oncle.')
    await expect(lines.nth(2)).toContainText('rien → La famille')
    await expect(first.locator('main')).not.toContainText('Nationalités')
    await first.getByRole('link', { name: 'Tout', exact: true }).click()
    await expect(first.locator('main')).toContainText('Nationalités')
  })

  await test.step('a colleague who does not read the case reads no history of it', async () => {
    const other = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
    expect((await raw(other, `/cases/${code}/history`)).status).toBe(404)
  })
})
