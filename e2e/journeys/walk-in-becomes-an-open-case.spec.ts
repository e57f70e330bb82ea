import { account } from '../support/accounts'
import { newcomer } from '../support/people'
import { raw } from '../support/post'
import { household, identity, meet, safety, situation } from '../support/registration'
import { expect, test } from '../support/test'

test('a person who walks in is registered in five short pages, and the case opens', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'GAO' }))
  const code = await meet(lead, who)
  await test.step('five pages, in any number of sittings', async () => {
    await identity(lead, who)
    await household(lead)
    await lead.goto('/cases?view=drafts')
    await lead.goto(`/cases/${code}/register`)
    await expect(lead.locator('main')).toContainText('2 pages sur 5')
    await lead.goto(`/cases/${code}/register/situation`)
    await situation(lead)
  })
  await test.step('what is missing is asked for, and nothing typed is lost', async () => {
    await lead.getByLabel('Lieu où la rencontrer').fill(who.meetingPlace)
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead.getByRole('alert')).toContainText('Évaluez le risque')
    await expect(lead.getByLabel('Lieu où la rencontrer')).toHaveValue(who.meetingPlace)
    await safety(lead, who)
  })
  await test.step('consent: nothing is chosen beforehand, two answers', async () => {
    await expect(lead.locator('main input[type=radio]:checked')).toHaveCount(0)
    await lead.getByRole('radio', { name: /^Oui elle a compris/ }).check()
    await lead
      .getByRole('group', { name: 'Qui a répondu' })
      .getByLabel('La personne', { exact: true })
      .check()
    await lead.getByLabel('Empreinte').check()
    await lead.getByRole('group', { name: 'Chiffres sans nom' }).getByLabel('Non').check()
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
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

test('a no to a file leaves the case a draft and direct help open', async ({ signIn }) => {
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'GAO' }))
  const code = await meet(lead, who)
  await lead.goto(`/cases/${code}/register/consent`)
  await lead.getByRole('radio', { name: /^Non l’aide directe/ }).check()
  await lead.getByRole('group', { name: 'Chiffres sans nom' }).getByLabel('Non').check()
  await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(lead.locator('main')).toContainText('La personne a refusé la gestion de cas')
  await expect(lead.getByRole('button', { name: 'Terminer l’enregistrement' })).toHaveCount(0)
  await lead.getByRole('link', { name: 'Enregistrer une aide' }).click()
  await expect(lead.getByRole('button', { name: 'Enregistrer l’aide' })).toBeVisible()
})
