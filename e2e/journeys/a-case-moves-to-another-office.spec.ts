import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, type Page, test } from '../support/test'

const offerTo = async (page: Page, code: string, office: string) => {
  await page.goto(`/cases/${code}`)
  await page.locator('main').getByRole('link', { name: 'Proposer à un autre bureau' }).click()
  await page.getByRole('radio', { name: office }).check()
  await page.getByLabel('La personne vit désormais ailleurs').check()
  await page.getByLabel('Elle est d’accord').check()
  await page.getByLabel('Un mot pour qui reçoit').fill('Chez sa sœur depuis dimanche, parle songhaï.')
  await page.getByRole('button', { name: 'Proposer le dossier' }).click()
}

test('a case is offered, refused, offered again, and moves with its team', async ({ signIn }) => {
  test.setTimeout(300_000)
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const who = newcomer()
  const code = await openedCase(lead, who, { cercle: 'ML0901' })

  await test.step('the lead offers it with a reason and a word, and stays responsible', async () => {
    await offerTo(lead, code, 'Gao')
    await expect(lead.getByRole('status')).toContainText('Rien ne change avant la réponse')
    await expect(lead.locator('main')).toContainText(/Proposé à Gao le .*, en attente/)
    await lead.goto(`/cases/${code}/transfer`)
    await expect(lead.locator('main')).toContainText('Ce dossier est déjà proposé')
    for (const act of ['hold', 'restrict', 'withdraw']) {
      await lead.goto(`/cases/${code}/${act}`)
      await expect(lead.locator('main')).toContainText('la proposition prend fin avec cela')
    }
  })
  await test.step('the supervisor there reads what is needed to decide and nobody’s name, and refuses', async () => {
    await supervisor.goto('/queue?kind=transfer')
    await supervisor.getByRole('link').filter({ hasText: code }).click()
    const page = supervisor.locator('main')
    await expect(page).toContainText('Chez sa sœur depuis dimanche')
    await expect(page).not.toContainText(who.family)
    expect((await supervisor.goto(`/cases/${code}`))?.status()).toBe(404)
    await supervisor.goBack()
    await page.getByRole('link', { name: 'Ne pas reprendre' }).click()
    await supervisor.getByLabel('Pas de capacité / stock / fonds').check()
    await supervisor.getByRole('button', { name: 'Refuser' }).click()
    await expect(page).not.toContainText(code)
  })
  await test.step('the lead reads why and offers once more', async () => {
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Gao ne reprend pas le dossier')
    await lead.getByRole('button', { name: 'J’ai lu, nous continuons' }).click()
    await expect(lead.locator('main')).not.toContainText('Gao ne reprend pas le dossier')
    await offerTo(lead, code, 'Gao')
  })
  await test.step('the supervisor takes it and names a lead; it is in their hands and out of sight of the old team', async () => {
    await supervisor.goto('/queue?kind=transfer')
    await supervisor.getByRole('link').filter({ hasText: code }).click()
    await supervisor.locator('main').getByRole('radio').first().check()
    await supervisor.getByRole('button', { name: 'Reprendre le dossier' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Le dossier est à votre bureau')
    await expect(supervisor.locator('main')).toContainText('Repris par Gao')
    expect((await lead.goto(`/cases/${code}`))?.status()).toBe(404)
  })
})
