import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { prepareReferral } from '../support/referral'
import { expect, type Page, test } from '../support/test'

const follow = async (page: Page, code: string, name: string) => {
  await page.goto(`/cases/${code}`)
  await page.locator('main').getByRole('link', { name, exact: true }).click()
}

/** Everything that goals met asks for, on its page; what is left open stays as it is chosen there. */
async function fillGoalsMet(page: Page) {
  for (const done of ['Buts revus avec la personne', 'Sécurité vérifiée dans les 14 jours'])
    await page.getByLabel(done).check()
  await page.getByLabel('Oui, elle le sait').check()
}

async function chooseGoalsMet(page: Page, code: string) {
  await follow(page, code, 'Demander la clôture')
  await page.getByLabel('Objectifs atteints / situation stabilisée').check()
  await page.getByRole('button', { name: 'Continuer' }).click()
}

test('a case waits until a day and goes on', async ({ signIn }) => {
  test.setTimeout(180_000)
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0901' })

  await test.step('with a reason and a day that the reason allows', async () => {
    await follow(lead, code, 'Mettre en attente')
    await lead.getByLabel('Absence annoncée de la personne').check()
    await lead.getByLabel('Regarder de nouveau le').fill('1/12/2015')
    await lead.getByRole('button', { name: 'Mettre en attente' }).click()
    await expect(lead.locator('main')).toContainText('C’est trop loin pour cette raison')
    await lead.getByLabel('Regarder de nouveau le').fill('20/7/2014')
    await lead.getByRole('button', { name: 'Mettre en attente' }).click()
    await expect(lead.getByRole('status')).toContainText('Dossier mis en attente')
    await expect(lead.locator('main')).toContainText('En attente jusqu’au 20 juillet 2014')
  })
  await test.step('and is resumed by the team', async () => {
    await lead.getByRole('button', { name: 'Reprendre le suivi' }).click()
    await expect(lead.getByRole('status')).toContainText('Le suivi reprend')
    await expect(lead.locator('main')).toContainText('Suivi repris')
  })
})

test('a closing is held back, settled, returned, decided by somebody else, and the case opens again', async ({
  signIn,
}) => {
  test.setTimeout(300_000)
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0901' })
  const draft = await prepareReferral(lead, code, {
    service: 'LEGAL_HLP',
    partner: 'NRC',
    reason: 'Expulsée de sa parcelle.',
  })

  await test.step('by a referral that never left, which its line leads to', async () => {
    await chooseGoalsMet(lead, code)
    await expect(lead.locator('main')).toContainText('Un point est à régler')
    await fillGoalsMet(lead)
    await lead.getByRole('button', { name: 'Demander la clôture' }).click()
    await expect(lead.locator('main')).toContainText('Réglez chaque point')
    await expect(lead.getByLabel('Oui, elle le sait')).toBeChecked()
    await lead.locator('main').getByRole('link', { name: /NRC/ }).click()
    await expect(lead).toHaveURL(new RegExp(draft))
  })
  await test.step('once it is cancelled, the team asks', async () => {
    await lead.goto(`/referrals/${draft}/cancel`)
    await lead.getByRole('radio').first().check()
    await lead
      .locator('main')
      .getByRole('button', { name: /Annuler/ })
      .click()
    await chooseGoalsMet(lead, code)
    await expect(lead.locator('main')).toContainText('Rien ne retient la demande')
    await fillGoalsMet(lead)
    await lead.getByRole('button', { name: 'Demander la clôture' }).click()
    await expect(lead.getByRole('status')).toContainText('Clôture demandée')
    await lead.goto(`/cases/${code}/close`)
    await expect(lead.locator('main')).not.toContainText('Identité effacée')
  })
  await test.step('the supervisor returns it, and the lead reads why', async () => {
    await supervisor.goto('/queue?kind=close')
    await supervisor.getByRole('link').filter({ hasText: code }).click()
    await expect(supervisor.locator('main')).toContainText('Sécurité vérifiée dans les 14 jours')
    await expect(supervisor.locator('main')).toContainText('identité à effacer le')
    await supervisor.getByRole('link', { name: 'Renvoyer à l’équipe' }).click()
    await supervisor.getByLabel('Ce qu’il reste à faire').fill('Vérifier où elle dort ce mois-ci.')
    await supervisor.getByRole('button', { name: 'Renvoyer' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Renvoyé à l’équipe')
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Vérifier où elle dort ce mois-ci.')
  })
  await test.step('asked again, it is closed, with the day of erasure', async () => {
    await chooseGoalsMet(lead, code)
    await fillGoalsMet(lead)
    await lead.getByRole('button', { name: 'Demander la clôture' }).click()
    await supervisor.goto(`/cases/${code}/close`)
    await supervisor.getByRole('button', { name: 'Clore' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Dossier clos')
    await expect(supervisor.locator('main')).toContainText('identité à effacer le')
  })
  await test.step('and when the person comes back the lead opens the same file', async () => {
    await follow(lead, code, 'Rouvrir le dossier')
    await lead.getByLabel('La personne revient et demande de l’aide').check()
    await lead.getByRole('button', { name: 'Rouvrir' }).click()
    await expect(lead.getByRole('status')).toContainText('Dossier rouvert')
    await expect(lead.getByRole('heading', { level: 1 })).toContainText(code)
    await expect(lead.locator('main')).toContainText('Dossier rouvert')
  })
})
