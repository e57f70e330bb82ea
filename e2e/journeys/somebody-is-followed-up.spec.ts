import { account } from '../support/accounts'
import { longAgo, openFollowUps, tried } from '../support/lost'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('three attempts by two ways lead to a closing for lost contact, and fewer do not', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const page = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(page, newcomer(), { cercle: 'ML0605' })
  await longAgo(code)
  const ask = async () => {
    await page.goto(`/cases/${code}/ask-closure?reason=LOST_CONTACT`)
    for (const box of await page
      .getByRole('group', { name: /vérifié/i })
      .getByRole('checkbox')
      .all())
      await box.check()
    await page.getByLabel(/Non : injoignable|Injoignable/i).check()
    await page.getByRole('button', { name: 'Demander la clôture' }).click()
  }
  await tried(page, code, ['Lieu convenu', 'Pas venu(e), ou absent(e)', '25/5/2014'])
  await tried(page, code, [
    'Personne de confiance',
    'La personne de confiance est sans nouvelles',
    '10/6/2014',
  ])
  await test.step('two are not enough, and the page says how far they have come', async () => {
    await ask()
    await expect(page.locator('main')).toContainText('Les essais notés au dossier ne suffisent pas encore')
    await expect(page.locator('main')).toContainText('2 essais, 2 moyens')
  })
  await tried(page, code, ['Lieu convenu', 'Pas venu(e), ou absent(e)', '28/6/2014'])
  await test.step('the third, thirty days after the first, is', async () => {
    await ask()
    await expect(page.getByRole('status')).toContainText('Clôture demandée')
  })
})

test('a contact sets the next day, later with a reason alone; a review asks for the next one', async ({
  signIn,
}) => {
  const page = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(page, newcomer(), { cercle: 'ML0605', risk: 'HIGH' })
  await openFollowUps(page, code, 'Noter un suivi')
  await expect(page.locator('main')).toContainText('7 jours après ce suivi, parce que le risque est élevé')
  await page.getByLabel('Entretien au bureau').check()
  await page.getByRole('group', { name: 'Par quel moyen' }).getByLabel('Bureau', { exact: true }).check()
  await page.getByLabel('Vu(e), en sécurité').check()
  await page.getByLabel('Prochain contact, si un autre jour est convenu').fill('20/7/2014')
  await page.getByRole('button', { name: 'Enregistrer le suivi' }).click()
  await expect(page.getByRole('alert')).toContainText('dites pourquoi')
  await page.getByLabel('Pourquoi plus tard').selectOption('TRAVELLING')
  await page.getByRole('button', { name: 'Enregistrer le suivi' }).click()
  await expect(page.getByRole('status')).toContainText('Suivi enregistré')
  await expect(page.locator('main')).toContainText('20 juillet 2014. Jour convenu au suivi du 30 juin')
  await openFollowUps(page, code, 'Faire la revue du dossier')
  await page.getByLabel('Avec la personne', { exact: true }).check()
  await page.getByLabel('Logement').check()
  await page.getByLabel('Continuer comme prévu').check()
  await page.getByRole('button', { name: 'Enregistrer la revue' }).click()
  await expect(page.locator('main')).toContainText('Prochaine revue avec la personne : 14 juillet 2014')
})

test('a hearing is booked, moved and kept; everybody else reads that there is an appointment', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const lawyer = await signIn(account('LAWYER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const code = await openedCase(lawyer, newcomer(), { cercle: 'ML0901' })
  await openFollowUps(lawyer, code, 'Ajouter un rendez-vous')
  await lawyer.getByLabel('Audience').check()
  await lawyer.getByLabel('Jour', { exact: true }).fill('2/7/2014')
  await lawyer.getByLabel('Heure').fill('9h30')
  await lawyer.getByLabel('Lieu').fill('Tribunal de la commune III')
  await lawyer.getByRole('button', { name: 'Ajouter' }).click()
  await expect(lawyer.getByRole('status')).toContainText('Rendez-vous ajouté')
  await expect(lawyer.locator('#appointments')).toContainText('Tribunal de la commune III')

  await test.step('nobody else reads what it is, nor where', async () => {
    await supervisor.goto(`/cases/${code}/follow-ups`)
    await expect(supervisor.locator('#appointments')).toContainText('2 juillet, 09:30')
    await expect(supervisor.locator('#appointments')).not.toContainText(/Audience|Tribunal/)
  })
  await test.step('it stands in the week, and in the file of fourteen days as an hour alone', async () => {
    await lawyer.goto('/calendar')
    await expect(lawyer.locator('.week')).toContainText('Audience')
    const file = await lawyer.request.get('/api/v1/calendar', {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(file.headers()['content-type']).toContain('text/calendar')
    const text = await file.text()
    expect(text).toContain('DTSTART:20140702T093000Z\r\n')
    expect(text).toContain('SUMMARY:Rendez-vous\r\n')
    expect(text).not.toMatch(/Audience|Tribunal|MLP-|Bamako/)
  })
  await test.step('moved to today, kept, and said once', async () => {
    await lawyer.goto(`/cases/${code}/follow-ups`)
    await lawyer
      .locator('#appointments')
      .getByRole('link', { name: /^Ouvrir/ })
      .click()
    await lawyer.getByRole('link', { name: 'Le déplacer' }).click()
    await lawyer.getByLabel('Jour', { exact: true }).fill('30/6/2014')
    await lawyer.getByLabel('Heure').fill('8:00')
    await lawyer.getByRole('button', { name: 'Déplacer' }).click()
    await expect(lawyer.locator('#appointments')).toContainText('Déplacé')
    await lawyer
      .locator('#appointments')
      .getByRole('link', { name: /^Ouvrir/ })
      .click()
    await lawyer.getByRole('button', { name: 'Il a eu lieu' }).click()
    await expect(lawyer.getByRole('status')).toContainText('il a eu lieu')
    await expect(lawyer.locator('#appointments')).toContainText('Tenu')
  })
})

test('a supervisor’s week says what is late in the offices, in codes', async ({ signIn }) => {
  const page = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  await page.goto('/calendar')
  await expect(page.getByRole('heading', { name: 'En retard dans vos bureaux' })).toBeVisible()
  await page.getByRole('link', { name: 'Semaine suivante' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Semaine du 7 juillet')
})
