import { account } from '../support/accounts'
import { newcomer } from '../support/people'
import { Presses } from '../support/presses'
import { expect, type Page, test } from '../support/test'

/** From the press that begins a registration to the open case, beside what is written. */
const MOST = 15

const next = (page: Page) => page.getByRole('button', { name: 'Enregistrer et continuer' })

/** What follows the yes: identity, household, situation, and the page that opens the case. */
async function afterTheYes(who: Presses, code: string): Promise<void> {
  const { page } = who
  const { phone } = newcomer()
  await who.write('moreLanguage', 'fulfuldé')
  await who.choose('Documents d’identité', 'Documents perdus')
  await who.go(next(page), /register\/household/)
  await who.write('householdSize', '5')
  await who.choose(/^Lien avec le\/la chef/, 'Chef(fe) de ménage')
  await who.go(next(page), /register\/situation/)
  await who.write('displacementStatus', 'personne déplacée')
  await who.write('originCercle', 'Ménaka')
  await who.write('village', 'Inékar')
  await who.write('moreConcern', 'documents')
  await who.go(next(page), /register\/safety/)
  await expect(page.locator('main input[type=radio]:checked')).toHaveCount(0)
  await who.choose('Risque', /^Moyen/)
  await who.choose('Comment la joindre sans danger', 'Appel possible')
  await who.write('phone', phone)
  await who.go(
    page.getByRole('button', { name: 'Enregistrer et ouvrir le dossier' }),
    new RegExp(`/cases/${code}\\?done=registered`),
  )
  await expect(page.locator('main')).toContainText('Le dossier est ouvert')
}

const yes = async (who: Presses) => {
  await expect(
    who.page.getByRole('group', { name: 'Réponse' }).getByRole('radio', { checked: true }),
  ).toHaveCount(0)
  await who.choose('Réponse', /^Oui elle a compris/)
  await who.choose('Comment', 'Empreinte')
  await who.choose('Chiffres sans nom', 'Oui')
}

test('a grown-up who walks in has an open case after fifteen presses at most', async ({ signIn }) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  await lead.goto('/cases')
  const who = new Presses(lead)
  const person = newcomer()
  await who.go(lead.getByRole('link', { name: 'Enregistrer une personne' }).first(), /cases\/new/)
  await expect(lead.locator('main input[type=radio]:checked')).toHaveCount(0)
  await who.write('source', 'présentation')
  await who.write('cercle', 'gao')
  await who.choose('Sexe', 'Féminin')
  await who.write('age', '34')
  await who.choose('Source de l’âge', 'Date ou âge déclaré')
  await yes(who)
  await who.go(lead.getByRole('button', { name: 'Continuer' }), /register\/identity/)
  const code = lead.url().split('/')[4] ?? ''
  await who.write('given', person.given)
  await who.write('family', person.family)
  await who.write('moreNationality', 'malienne')
  await afterTheYes(who, code)
  who.atMost(MOST, 'walk-in')
})

test('a grown-up of an alert has an open case after fifteen presses at most', async ({ signIn }) => {
  test.setTimeout(120_000)
  const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO' }))
  const person = newcomer()
  await enumerator.goto('/alerts/new')
  await enumerator.locator('#f-flowPoint').selectOption('FMP_GAO_PK')
  await enumerator.locator('#f-given').fill(person.given)
  await enumerator.getByLabel('Femme').check()
  await enumerator.locator('#f-age').fill('31')
  await enumerator.getByLabel('Enceinte ou allaitante').check()
  await enumerator.getByLabel('72 heures').check()
  await enumerator.getByLabel('Oui', { exact: true }).check()
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  await expect(enumerator.getByRole('heading', { level: 1 })).toHaveText('Alerte envoyée')
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto(new URL('open', `${enumerator.url().replace(/\?.*/, '')}/`).href)
  const worker = account('SOCIAL_WORKER', { office: 'GAO' })
  await supervisor.getByLabel(worker.name).check()
  await supervisor.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await expect(supervisor).toHaveURL(/\/cases\/MLP-/)
  const code = new URL(supervisor.url()).pathname.split('/')[2] ?? ''

  const lead = await signIn(worker)
  await lead.goto(`/cases/${code}/register/consent`)
  const who = new Presses(lead)
  await yes(who)
  await who.go(next(lead), /register\/identity/)
  await test.step('what the alert said stands there, and may be changed', async () => {
    await expect(lead.getByLabel('Prénom(s)')).toHaveValue(person.given)
    await expect(lead.locator('#f-age')).toHaveValue('31')
    await expect(lead.getByLabel('Malienne', { exact: true })).toBeChecked()
  })
  await afterTheYes(who, code)
  who.atMost(MOST, 'of an alert')
  await test.step('what was seen is proposed beside the needs, and ticked by nobody', async () => {
    await lead.goto(`/cases/${code}/person`)
    await expect(lead.locator('main')).not.toContainText('Grossesse à risque')
  })
})
