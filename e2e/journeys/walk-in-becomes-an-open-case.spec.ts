import { account } from '../support/accounts'
import { newcomer } from '../support/people'
import { raw } from '../support/post'
import { answers, ask, figures, household, identity, meet, safety, situation } from '../support/registration'
import { expect, test } from '../support/test'

test('a person who walks in is registered in five short pages, and the case opens', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'GAO' }))
  const code = await meet(lead)
  await test.step('five pages, in any number of sittings', async () => {
    await identity(lead, who)
    await household(lead)
    await lead.goto('/cases?view=drafts')
    await lead.goto(`/cases/${code}/register`)
    await expect(lead.locator('main')).toContainText('3 pages sur 5')
    await lead.goto(`/cases/${code}/register/situation`)
    await situation(lead)
  })
  await test.step('what is missing is asked for, and nothing typed is lost', async () => {
    await lead.getByLabel('Lieu où la rencontrer').fill(who.meetingPlace)
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead.getByRole('alert')).toContainText('Évaluez le risque')
    await expect(lead.getByLabel('Lieu où la rencontrer')).toHaveValue(who.meetingPlace)
    await safety(lead, who)
    await expect(lead.locator('main')).toContainText('5 pages sur 5')
  })
  await lead.getByRole('button', { name: 'Terminer l’enregistrement' }).click()
  await expect(lead.getByRole('status')).toContainText('Le dossier est ouvert')
  await test.step('the case page warns, and shows no name until asked', async () => {
    await expect(lead.locator('main')).toContainText('Ne jamais dire où elle vit.')
    await expect(lead.locator('main')).toContainText('Ne rien dire à sa famille')
    expect(await lead.content()).not.toContain(who.given)
    await lead.getByRole('link', { name: 'Afficher le nom' }).click()
    await expect(lead.locator('main')).toContainText(who.given)
  })
  await test.step('it is in the lead’s list by code, and nobody else’s of another office', async () => {
    const list = await raw(lead, '/cases?view=high')
    expect(list.text).toContain(code)
    expect(list.text).not.toContain(who.given)
    const elsewhere = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
    expect((await raw(elsewhere, `/cases/${code}`)).status).toBe(404)
  })
})

test('a no at the first page keeps nothing, and says what can be done now', async ({ signIn }) => {
  const lead = await signIn(account('LAWYER', { office: 'GAO' }))
  // An age nobody else's draft has at that time.
  await ask(lead, '93')
  await answers(lead, /^Non l’aide directe/)
  await figures(lead, 'Non')
  await lead.getByRole('button', { name: 'Continuer' }).click()
  await expect(lead).toHaveURL(/\/cases\/new\/no$/)
  await expect(lead.getByRole('status')).toContainText('Rien d’elle n’est gardé')
  await expect(lead.locator('main')).toContainText('Aider directement')
  await lead.goto('/cases?view=drafts')
  await expect(lead.locator('main')).not.toContainText('93 ans')
})
