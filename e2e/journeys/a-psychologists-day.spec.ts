import { pdf } from '@/lib/testing/files/pdfs'
import { account } from '../support/accounts'
import { find, follow, keeps, menu, part, press, told } from '../support/day'
import { fillIn } from '../support/fields'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { expect, test } from '../support/test'

test('a psychologist’s day: a danger assessed, shared without its words, agreed on, kept in the calendar and on paper', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const me = await signIn(account('PSYCHOLOGIST', { office: 'GAO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const code = await openedCase(me, newcomer())
  const words = `Ne dort plus depuis ${code}`
  let sheet = ''

  await test.step('from the work of the day to the case, and to what its codes call for', async () => {
    await menu(me, '/work')
    await find(me, code)
    await part(me, /^Évaluations/)
    await me.getByText('Toutes celles de votre discipline').click()
    await follow(me, /Danger suicidaire/)
  })
  await test.step('some answers open further questions; what was answered stays', async () => {
    await fillIn(me, { su_wish: 'YES', su_think: 'YES', su_tried: 'NO', su_alone: 'YES' })
    await press(me, 'Continuer : ouvrir les questions qui suivent')
    await expect(me.locator('input[name="su_alone"][value="YES"]')).toBeChecked()
    await fillIn(me, { su_how: 'NO', su_means: 'NO', su_when: 'NO', su_level: 'ACTIVE', su_next: '1/7/2014' })
    await fillIn(me, { su_signs: 'La nuit', su_calm: 'Marcher jusqu’au fleuve', su_person: 'Sa sœur aînée' })
  })
  await test.step('finished, with the danger that its author raises', async () => {
    await me.getByLabel('Danger suicidaire').check()
    await press(me, 'Terminer l’évaluation')
    await told(me, 'Évaluation terminée')
    sheet = new URL(me.url()).pathname
  })
  await test.step('the next talk goes from the answer into the calendar', async () => {
    await expect(me.locator('main')).toContainText('pas encore au calendrier')
    await follow(me, 'La mettre au calendrier')
    await expect(me.getByLabel('Jour', { exact: true })).toHaveValue('1/7/2014')
    await me.getByLabel('Heure').fill('10h')
    await me.getByLabel('Lieu').fill('Petite salle')
    await press(me, 'Ajouter')
    await told(me, 'Rendez-vous ajouté')
    await expect(me.locator('main')).toContainText('mardi 1 juillet')
  })
  await test.step('the card to take along bears no sign of us', async () => {
    await follow(me, 'Imprimer sa carte')
    const card = await me.locator('main').innerText()
    expect(card).toContain('Sa sœur aînée')
    expect(card).not.toContain(code)
  })
  await test.step('supervision reads the danger and that there is an hour, and nothing else', async () => {
    await supervisor.goto(`/cases/${code}/follow-ups`)
    const row = supervisor.locator('#appointments')
    await expect(row).toContainText('1 juillet, 10:00')
    await expect(row).not.toContainText(/bureau|Petite salle/i)
    const seen = (await raw(supervisor, sheet)).text
    expect(seen).toContain('plan de sécurité')
    expect(seen).not.toMatch(/sœur aînée|10:00/)
  })
  await test.step('a sealed note, corrected once', async () => {
    await me.goto(sheet)
    await part(me, /^Notes/)
    await follow(me, 'Ajouter une note')
    await me.getByRole('textbox', { name: /^Note/ }).fill(words)
    await me.getByLabel('Ma discipline seulement').check()
    await press(me, 'Enregistrer la note')
    await told(me, 'Note enregistrée')
    await follow(me, 'Corriger')
    await me.getByRole('textbox', { name: /^Note/ }).fill(`${words}, sauf hier`)
    await me.getByLabel('Appris depuis').check()
    await press(me, 'Enregistrer la correction')
    await told(me, 'Correction enregistrée')
    expect((await raw(supervisor, `/cases/${code}/notes`)).text).not.toContain('Ne dort plus')
  })
  await test.step('what was agreed on stands in the plan', async () => {
    await part(me, /^Plan/)
    await follow(me, 'Ajouter un objectif')
    await me.getByLabel('Objectif').fill('Dormir la nuit')
    await press(me, 'Ajouter l’objectif')
    await follow(me, 'Ajouter une action')
    await me.getByLabel('Ce qui sera fait').fill('Une voisine reste ce soir')
    await me.getByLabel('La personne', { exact: true }).check()
    await press(me, 'Ajouter l’action')
    await expect(me.getByRole('rowheader', { name: /Une voisine reste/ })).toBeVisible()
  })
  await test.step('the talk of today is noted, and says when the next one is due', async () => {
    await part(me, /^Suivi/)
    await follow(me, 'Noter un suivi')
    await me.getByLabel('Entretien au bureau').check()
    await me.getByRole('group', { name: 'Par quel moyen' }).getByLabel('Bureau', { exact: true }).check()
    await me.getByLabel('Vu(e), inquiétude').check()
    await press(me, 'Enregistrer le suivi')
    await told(me, 'Suivi enregistré')
  })
  await test.step('a certificate is kept for psychologists; a paper is asked about before it is carried', async () => {
    await part(me, /^Documents/)
    const file = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: pdf() }
    await keeps(me, file, { kind: 'Certificat médical', reader: 'Ma discipline seulement' })
    await part(me, /^Papiers/)
    await follow(me, 'Papier de rendez-vous')
    await me.getByLabel('Oui, elle le dit').check()
    await me.getByLabel('Jour').fill('1/7/2014')
    await me.getByLabel('Heure').fill('10h')
    await me.getByLabel('Lieu').fill('Petite salle')
    await press(me, 'Continuer')
    await expect(me.locator('main')).toContainText('10:00')
    expect(me.url()).not.toContain(code)
  })
  await test.step('they can come a day later: the answer is corrected, and the hour follows', async () => {
    await me.goto(sheet)
    await follow(me, 'Corriger')
    await fillIn(me, { su_next: '2/7/2014' })
    await press(me, 'Enregistrer la correction')
    await told(me, 'Le rendez-vous suit')
    await expect(me.locator('main')).toContainText('mercredi 2 juillet')
  })
  await test.step('the week shows it on its new day alone, and home what else is due', async () => {
    await menu(me, '/calendar')
    const day = me.locator('.week > *', { hasText: /mer\. 2 juil/ })
    await expect(day).toContainText('Rencontre au bureau')
    await expect(day).toContainText(code)
    await expect(me.locator('.week > *', { hasText: /mar\. 1er juil/ })).not.toContainText(code)
    await menu(me, '/work')
    await expect(me.getByRole('heading', { level: 1 })).toContainText('Bonjour')
  })
})
