import { pdf } from '@/lib/testing/files/pdfs'
import { account } from '../support/accounts'
import { find, follow, keeps, menu, part, press, told } from '../support/day'
import { fillIn } from '../support/fields'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { expect, test } from '../support/test'

test('a lawyer’s day: papers, a procedure whose hearing stands in the calendar and moves with it, kept from other eyes', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const me = await signIn(account('LAWYER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const code = await openedCase(me, newcomer(), { cercle: 'ML0901' })
  let sheet = ''

  await test.step('from the work of the day to the case and its assessments', async () => {
    await menu(me, '/work')
    await find(me, code)
    await part(me, /^Évaluations/)
    await me.getByText('Toutes celles de votre discipline').click()
    await follow(me, /État civil|documents/i)
  })
  await test.step('lost papers: begun, kept, gone on with, finished', async () => {
    await fillIn(me, { lc_which: ['BIRTH'], lc_status: 'LOST' })
    await press(me, 'Garder, à finir plus tard')
    await told(me, 'à finir')
    await follow(me, /^Continuer/)
    await fillIn(me, { lc_path: 'JUDGMENT', lc_note: 'Deux témoins à Konna' })
    await press(me, 'Terminer l’évaluation')
    await told(me, 'Évaluation terminée')
  })
  await test.step('the procedure: what the person wants, and the day of the hearing', async () => {
    await me.goto(`/cases/${code}/assessments/LAW_PROCEDURE/fill`)
    await fillIn(me, {
      lp_kind: 'CIVIL',
      lp_wants: 'YES',
      lp_role: 'PARTY',
      lp_risk: 'NO',
      lp_next: '8/7/2014',
    })
    await press(me, 'Terminer l’évaluation')
    await told(me, 'Évaluation terminée')
    sheet = new URL(me.url()).pathname
  })
  await test.step('it goes into the calendar with its hour, once', async () => {
    await follow(me, 'La mettre au calendrier')
    await expect(me.getByLabel('Audience')).toBeChecked()
    await me.getByLabel('Heure').fill('9h30')
    await me.getByLabel('Lieu').fill('Tribunal de la commune III')
    await press(me, 'Ajouter')
    await told(me, 'Rendez-vous ajouté')
    await expect(me.locator('main')).toContainText('mardi 8 juillet')
    await expect(me.getByRole('link', { name: 'La mettre au calendrier' })).toHaveCount(0)
  })
  await test.step('the hearing is put off: the sheet is corrected and the calendar follows', async () => {
    await follow(me, 'Corriger')
    await fillIn(me, { lp_next: '10/7/2014' })
    await press(me, 'Enregistrer la correction')
    await told(me, 'Le rendez-vous suit')
    await follow(me, /10 juillet/)
    await expect(me.locator('main')).toContainText('Tribunal de la commune III')
    await follow(me, 'Ouvrir l’évaluation')
    await expect(me).toHaveURL(new RegExp(sheet))
  })
  await test.step('supervision reads an hour without kind and place, and no answer', async () => {
    await supervisor.goto(`/cases/${code}/follow-ups`)
    const rows = supervisor.locator('#appointments')
    await expect(rows).toContainText('10 juillet, 09:30')
    await expect(rows).not.toContainText(/Audience|Tribunal/)
    expect((await raw(supervisor, sheet)).text).not.toMatch(/Genre de procédure|Partie/)
  })
  await test.step('a sealed note, and one written in error that says so', async () => {
    await part(me, /^Notes/)
    await follow(me, 'Ajouter une note')
    await me.getByRole('textbox', { name: /^Note/ }).fill('La partie adverse est un cousin')
    await me.getByLabel('Ma discipline seulement').check()
    await press(me, 'Enregistrer la note')
    await told(me, 'Note enregistrée')
    await follow(me, 'Écrite par erreur')
    await me.getByLabel('Écrite deux fois').check()
    await press(me, 'Marquer comme écrite par erreur')
    await told(me, 'écrite par erreur')
    expect((await raw(supervisor, `/cases/${code}/notes`)).text).not.toContain('cousin')
  })
  await test.step('a paper of the court is kept for lawyers', async () => {
    await part(me, /^Documents/)
    const file = { name: 'convocation.pdf', mimeType: 'application/pdf', buffer: pdf() }
    await keeps(me, file, { kind: 'Papier de justice', reader: 'Ma discipline seulement' })
  })
  await test.step('the plan says who does what, and is printed for the person', async () => {
    await part(me, /^Plan/)
    await follow(me, 'Ajouter un objectif')
    await me.getByLabel('Objectif').fill('Avoir son acte de naissance')
    await press(me, 'Ajouter l’objectif')
    await follow(me, 'Ajouter une action')
    await me.getByLabel('Ce qui sera fait').fill('Trouver deux témoins')
    await me.getByLabel('La personne', { exact: true }).check()
    await press(me, 'Ajouter l’action')
    await part(me, /^Papiers/)
    await follow(me, 'Plan convenu')
    await me.getByLabel('Oui, elle le dit').check()
    await press(me, 'Continuer')
    await expect(me.locator('main')).toContainText('Trouver deux témoins')
  })
  await test.step('somebody who did not answer was tried, which is no contact', async () => {
    await me.goto(`/cases/${code}/follow-ups`)
    await follow(me, 'Noter un essai sans contact')
    await me
      .getByRole('group', { name: 'Par quel moyen' })
      .getByLabel('Lieu convenu', { exact: true })
      .check()
    await me
      .getByRole('group', { name: 'Ce qui s’est passé' })
      .getByLabel('Pas venu(e), ou absent(e)')
      .check()
    await press(me, 'Enregistrer l’essai')
    await told(me, 'Essai enregistré')
  })
  await test.step('the calendar says the hearing; the file of fourteen days an hour alone', async () => {
    await menu(me, '/calendar')
    await follow(me, 'Semaine suivante')
    await expect(me.locator('.week')).toContainText('Audience')
    const file = await me.request.get('/api/v1/calendar', { headers: { 'sec-fetch-site': 'same-origin' } })
    const text = await file.text()
    expect(text).toContain('DTSTART:20140710T093000Z\r\n')
    expect(text).not.toContain('DTSTART:20140708T093000Z')
    expect(text).not.toMatch(/Audience|Tribunal|MLP-/)
  })
  await test.step('heard earlier than thought: moved to this morning, kept, and home again', async () => {
    await find(me, code)
    await part(me, /^Suivi/)
    await me
      .locator('#appointments')
      .getByRole('link', { name: /^Ouvrir/ })
      .click()
    await follow(me, 'Le déplacer')
    await me.getByLabel('Jour', { exact: true }).fill('30/6/2014')
    await me.getByLabel('Heure').fill('8:00')
    await press(me, 'Déplacer')
    await told(me, 'déplacé')
    await me
      .locator('#appointments')
      .getByRole('link', { name: /^Ouvrir/ })
      .click()
    await press(me, 'Il a eu lieu')
    await told(me, 'il a eu lieu')
    await menu(me, '/work')
    await expect(me.getByRole('heading', { level: 1 })).toContainText('Bonjour')
  })
})
