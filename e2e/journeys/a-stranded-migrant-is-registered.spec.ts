import { account } from '../support/accounts'
import { answers, ask, begun, figures, household } from '../support/registration'
import { expect, test } from '../support/test'

test('a stranded migrant is registered: one name, two nationalities, an origin abroad, an age of the event calendar', async ({
  signIn,
}) => {
  test.setTimeout(150_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const next = () => lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await ask(lead, '26')
  const code = await test.step('they answer through an interpreter, in a language of their own', async () => {
    await lead.getByLabel('Calendrier d’événements locaux').check()
    await answers(lead, /^Oui elle a compris/)
    await lead.getByLabel('Verbal avec témoin').check()
    await lead.getByLabel('Témoin ou interprète').fill('Interprète de la mission')
    await lead.getByLabel('Langue de l’échange').selectOption({ label: 'Anglais' })
    await figures(lead, 'Oui')
    return begun(lead)
  })
  await test.step('what the office rarely meets is searched for and comes back ticked, and nothing typed is lost', async () => {
    await lead.getByLabel('Prénom(s)').fill('عائشة')
    await lead.getByLabel('Autre nom, surnom').fill('Bintou')
    await lead.getByLabel('Date de naissance').fill('1/1/1988')
    await lead.getByLabel('Une autre nationalité').fill('libér')
    await lead.getByRole('button', { name: 'Chercher' }).first().click()
    await expect(lead.getByLabel('Libérienne', { exact: true })).toBeChecked()
    await expect(lead.getByLabel('Prénom(s)')).toHaveValue('عائشة')
    await lead.getByLabel('Une autre nationalité').fill('Guinéenne')
    await lead.getByLabel('Une autre langue').fill('klingon')
    await lead.getByLabel('Ne souhaite pas répondre', { exact: true }).last().check()
    await next()
    await expect(lead.getByRole('alert')).toContainText('aucune langue de la liste')
    await lead.getByLabel('Une autre langue').fill('Anglais')
    await next()
    await expect(lead).toHaveURL(/register\/household/)
  })
  await household(lead)
  await test.step('a word nobody can place comes back as the whole list, with what was written', async () => {
    await lead.locator('#f-displacementStatus').fill('migrant')
    await lead.locator('#f-originCercle').fill('Guinée')
    await lead.locator('#f-village').fill('Nzérékoré')
    await lead.locator('#f-moreConcern').fill('bloqué')
    await next()
    await expect(lead.getByText('Vous aviez écrit : migrant')).toBeVisible()
    await lead.getByLabel('Statut', { exact: true }).selectOption('STRANDED')
    await expect(lead.locator('#f-originCercle')).toHaveValue('Guinée')
    await expect(lead.getByLabel('Bloqué(e) sans ressources')).toBeChecked()
  })
  await test.step('needs stand closed; a word that means several lets one choose', async () => {
    await expect(lead.locator('main details[open]')).toHaveCount(0)
    await lead.locator('#f-moreNeed').fill('femme')
    await lead.getByRole('button', { name: 'Chercher' }).last().click()
    await expect(lead.locator('#f-village')).toHaveValue('Nzérékoré')
    await expect(lead.getByLabel('Femme seule à risque')).not.toBeChecked()
    await lead.getByLabel('Femme seule à risque').check()
    await next()
    // Somebody else from there of that age may be asked about first.
    await expect(lead).toHaveURL(/register\/safety|\/same$/)
  })
  await test.step('all of it stands in the file as it was said', async () => {
    await lead.goto(`/cases/${code}/person`)
    const facts = lead.locator('main')
    for (const said of [
      '1988, l’année seule',
      'Calendrier d’événements locaux',
      'Libérienne',
      'Guinéenne',
      'Anglais',
      'Migrant(e) bloqué(e)',
      'Guinée',
      'Nzérékoré',
      'Bloqué(e) sans ressources',
      'Femme seule à risque',
    ])
      await expect(facts).toContainText(said)
    await lead.goto(`/cases/${code}/name`)
    for (const name of ['عائشة', 'Bintou']) await expect(lead.locator('main')).toContainText(name)
    await lead.goto(`/cases/${code}/consents`)
    await expect(lead.locator('main')).toContainText('Anglais')
  })
})
