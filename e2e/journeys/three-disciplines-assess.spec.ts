import { account } from '../support/accounts'
import { fillIn } from '../support/fields'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { expect, type Page, test } from '../support/test'

const assessments = (code: string, rest = '') => `/cases/${code}/assessments${rest}`

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}

async function addToTeam(lead: Page, code: string, names: readonly string[]): Promise<void> {
  await lead.goto(`/cases/${code}/team`)
  for (const name of names) await lead.getByLabel(name).check()
  await press(lead, 'Ajouter à l’équipe')
}

test('a social worker, a psychologist and a lawyer assess one case, and read what is theirs', async ({
  signIn,
}) => {
  const psychologistAccount = account('PSYCHOLOGIST', { office: 'MOP' })
  const lawyerAccount = account('LAWYER', { office: 'MOP' })
  const social = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const psychologist = await signIn(psychologistAccount)
  const lawyer = await signIn(lawyerAccount)
  const code = await openedCase(social, newcomer(), { cercle: 'ML0505' })
  await addToTeam(social, code, [psychologistAccount.name, lawyerAccount.name])

  // The social worker: begun, kept, gone on with, finished; a debt that binds opens the screening.
  await social.goto(assessments(code))
  await social.getByRole('link', { name: /Commencer.*Évaluation sociale/ }).click()
  await fillIn(social, { sw_safe: 'YES', sw_home: 'HOST', sw_dependants: '3', sw_first: 'Un toit à elle' })
  await press(social, 'Continuer : ouvrir les questions qui suivent')
  await expect(social.getByRole('textbox', { name: /changer en premier/ })).toHaveValue('Un toit à elle')
  await fillIn(social, { sw_school: 'NO' })
  await press(social, 'Garder, à finir plus tard')
  await expect(social.getByRole('status')).toContainText('à finir')
  await social.getByRole('link', { name: 'Continuer' }).click()
  await fillIn(social, { sw_needs: ['SHEL'], sw_debt: 'YES' })
  await press(social, 'Terminer l’évaluation')
  await expect(social.getByRole('alert')).toContainText('Votre avis sur le risque')
  await fillIn(social, { sw_risk: 'MEDIUM' })
  await press(social, 'Terminer l’évaluation')
  await expect(social.locator('main')).toContainText('dépistage de la traite')
  await social.goto(`/cases/${code}`)
  await expect(social.locator('main')).toContainText('Faire le dépistage de la traite')

  // The psychologist: a danger proposed, judged and raised; a card without a sign of us.
  await psychologist.goto(assessments(code, '/PSY_SUICIDE/fill'))
  await fillIn(psychologist, { su_wish: 'YES', su_think: 'YES', su_tried: 'NO', su_alone: 'NO' })
  await press(psychologist, 'Continuer : ouvrir les questions qui suivent')
  await fillIn(psychologist, {
    su_how: 'NO',
    su_means: 'NO',
    su_when: 'NO',
    su_calm: 'Marcher jusqu’au fleuve',
    su_person: 'Sa sœur aînée',
    su_level: 'ACTIVE',
    su_next: '3/7/2014',
  })
  await psychologist.getByLabel('Danger suicidaire').check()
  await press(psychologist, 'Terminer l’évaluation')
  await expect(psychologist.getByRole('status')).toContainText('Évaluation terminée')
  const sealed = new URL(psychologist.url()).pathname
  await psychologist.getByRole('link', { name: 'Imprimer sa carte' }).click()
  await expect(psychologist.locator('main')).toContainText('Sa sœur aînée')
  expect(await psychologist.locator('main').innerText()).not.toContain(code)
  expect(await psychologist.title()).not.toContain(code)

  // The others read what comes of it, and not a word of the answers.
  for (const reader of [social, lawyer]) {
    const page = await raw(reader, sealed)
    expect(page.text).toContain('plan de sécurité')
    expect(page.text).not.toContain('sœur aînée')
    expect((await raw(reader, `${sealed}/card`)).status).toBe(404)
  }

  // The lawyer: papers, a note of their own, and a correction with its history.
  await lawyer.goto(assessments(code, '/LAW_CIVIL/fill'))
  await fillIn(lawyer, {
    lc_which: ['BIRTH'],
    lc_status: 'LOST',
    lc_path: 'JUDGMENT',
    lc_note: 'Témoins à Konna',
  })
  await press(lawyer, 'Terminer l’évaluation')
  await lawyer.getByRole('link', { name: 'Corriger' }).click()
  await fillIn(lawyer, { lc_status: 'DESTROYED' })
  await press(lawyer, 'Enregistrer la correction')
  await lawyer.getByText('Versions').click()
  await expect(lawyer.locator('main')).toContainText('Documents perdus')
  const papers = new URL(lawyer.url()).pathname
  const seen = (await raw(social, papers)).text
  expect(seen).toContain('État civil détruit')
  expect(seen).not.toContain('Konna')
})
