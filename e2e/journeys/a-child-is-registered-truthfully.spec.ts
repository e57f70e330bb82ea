import { account } from '../support/accounts'
import { answers, ask, begun, figures, whoAnswers } from '../support/registration'
import { expect, test } from '../support/test'

test('a child with a mother: both say yes, and the register says who answered', async ({ signIn }) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  await ask(lead, '10')
  await lead.getByLabel('Qui prend soin de l’enfant').selectOption('PRESENT_SAFE')
  await answers(lead, /^Oui de l’enfant/)
  await whoAnswers(lead, 'Père / mère')
  await lead.getByLabel('Empreinte').check()
  await figures(lead, 'Oui')
  const code = await begun(lead)
  await lead.goto(`/cases/${code}/consents`)
  await expect(lead.getByRole('row').filter({ hasText: 'Gestion de cas' })).toContainText(
    'Oui de l’enfant et d’un parent',
  )
})

test('a girl of ten cannot give it alone; nobody to ask is confirmed by a supervisor themselves', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  await ask(lead, '10')
  await lead.getByLabel('Qui prend soin de l’enfant').selectOption('NONE')
  await answers(lead, /^Oui elle a compris/)
  await whoAnswers(lead, 'La personne')
  await lead.getByLabel('Empreinte').check()
  await figures(lead, 'Non')
  await lead.getByRole('button', { name: 'Continuer' }).click()
  await expect(lead.getByRole('alert')).toContainText('Avant 18 ans')
  await answers(lead, /^Oui de l’enfant/)
  await lead.getByLabel(/^Raison, si l’enfant/).selectOption('NOBODY')
  const code = await begun(lead)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto('/confirmations')
  const one = supervisor.locator('section').filter({ hasText: 'Aucun responsable connu' }).last()
  await one.getByRole('link', { name: 'Lire et répondre' }).click()
  await expect(supervisor.locator('main')).toContainText(code)
  await supervisor.getByLabel('Je confirme moi-même').check()
  await supervisor.getByRole('button', { name: 'Enregistrer ma réponse' }).click()
  await expect(supervisor.getByRole('status')).toContainText('Votre réponse est enregistrée')
})

test('a mature minor answers alone, with the reason', async ({ signIn }) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  await ask(lead, '17')
  await lead.getByLabel('Qui prend soin de l’enfant').selectOption('UNSAFE')
  await answers(lead, /^Oui de l’enfant/)
  await whoAnswers(lead, 'La personne')
  await lead.getByLabel('Empreinte').check()
  await lead.getByLabel(/^Raison, si l’enfant/).selectOption('ASKING_ENDANGERS')
  await figures(lead, 'Non')
  const code = await begun(lead)
  await lead.goto(`/cases/${code}/consents`)
  await expect(lead.getByRole('row').filter({ hasText: 'Gestion de cas' })).toContainText(
    'Accord de l’enfant seul',
  )
})
