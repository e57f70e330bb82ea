import { account } from '../support/accounts'
import { type Newcomer, newcomer, openedCase } from '../support/people'
import { onwards, post } from '../support/post'
import { expect, type Page, test } from '../support/test'

/** Registers somebody as far as the page that says how to reach them; answers the draft's code and where that page led. */
async function registeredAgain(page: Page, who: Newcomer): Promise<{ code: string; led: string }> {
  const place = { source: 'WALKIN', cercle: 'ML0702', sex: 'F', age: '27', ageBasis: 'STATED' }
  const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'ses', stats: 'YES' }
  const code = onwards(await post(page, '/api/v1/cases', { ...place, ...yes })).split('/')[2] ?? ''
  const of = async (part: string, values: Record<string, string | string[]>) =>
    onwards(await post(page, `/api/v1/cases/${code}/${part}`, values))
  const { given, family, phone } = who
  const said = { nationalities: ['MLI'], languages: ['ses'], documentStatus: 'LOST', ageBasis: 'STATED' }
  await of('identity', { ...said, given, family, sex: 'F', age: '27' })
  await of('household', { householdRole: 'HOH', householdSize: '1' })
  await of('situation', { displacementStatus: 'IDP', originCercle: 'ML0801', concerns: 'DOC_CIVIL' })
  const led = await of('safety', { risk: 'MEDIUM', safeContact: 'IN_PERSON', phone })
  return { code, led }
}

test('a person registered twice is seen, two people say so, and two may take it back', async ({ signIn }) => {
  test.setTimeout(180_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const who = newcomer()
  const known = await openedCase(lead, who)
  const { code, led } = await registeredAgain(lead, who)
  await test.step('registration asks, side by side, with reasons in words', async () => {
    expect(led).toBe(`/cases/${code}/same`)
    await lead.goto(led)
    await expect(lead.getByRole('main')).toContainText('Même nom')
    await expect(lead.getByRole('table')).toContainText('un numéro gardé')
    await expect(lead.getByRole('main')).toContainText('Relais compare aussi')
    await lead.getByLabel('C’est la même personne').check()
    await lead.getByRole('button', { name: 'Continuer', exact: true }).click()
    await expect(lead).toHaveURL(new RegExp(`/cases/${known}`))
    await expect(lead.getByRole('status')).toContainText('Une deuxième personne le confirme')
  })
  await test.step('whoever said it does not confirm it', async () => {
    await lead.goto(`/cases/${code}/same`)
    await expect(lead.getByRole('main')).toContainText('C’est à quelqu’un d’autre de confirmer')
    await expect(lead.getByRole('button', { name: 'C’est la même personne' })).toHaveCount(0)
  })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await test.step('the supervisor finds the question among the tasks, and confirms', async () => {
    await supervisor.goto(`/cases/${code}/same`)
    await expect(
      supervisor.getByRole('heading', { name: 'Confirmer que c’est la même personne' }),
    ).toBeVisible()
    await expect(supervisor.getByRole('main')).toContainText(`vaudra aussi sur ${known}`)
    await expect(supervisor.getByRole('listitem').filter({ hasText: 'En personne uniquement' })).toBeVisible()
    await supervisor.getByRole('button', { name: 'C’est la même personne' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Seul le dossier connu compte')
    await supervisor.goto(`/cases/${code}`)
    await expect(supervisor.getByRole('main')).toContainText('renvoie à un autre de la même personne')
  })
  await test.step('the known file leads to the other one, holds its safety, and alone hears a no', async () => {
    await lead.goto(`/cases/${known}`)
    await expect(lead.getByRole('main')).toContainText('En personne uniquement')
    await lead.getByRole('link', { name: code }).click()
    await expect(lead.getByRole('main')).toContainText('Ce qu’elle dit s’écrit là, aussi un refus')
    await lead.goto(`/cases/${code}/withdraw`)
    await expect(lead.getByRole('heading', { level: 1 })).toContainText('Ce dossier renvoie à un autre')
    await lead.goto(`/cases/${code}`)
    await lead.getByRole('link', { name: `Ouvrir ${known}` }).click()
    await expect(lead).toHaveURL(new RegExp(`/cases/${known}$`))
  })
  await test.step('one asks to take it back, another does, and the draft is a draft again', async () => {
    await lead.goto(`/cases/${code}/same`)
    await lead.getByRole('button', { name: 'Demander de le reprendre' }).click()
    await expect(lead.getByRole('status')).toContainText('Une deuxième personne le fait')
    await supervisor.goto(`/cases/${code}/same`)
    await supervisor.getByRole('button', { name: /^Reprendre/ }).click()
    await expect(supervisor.getByRole('status')).toContainText('de nouveau deux dossiers')
    await lead.goto(`/cases/${code}/register`)
    await expect(lead.getByRole('button', { name: 'Terminer l’enregistrement' })).toBeVisible()
  })
})

test('a colleague’s file of the same person is no business of whoever registers: its supervisor is asked', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const colleague = await signIn(account('SOCIAL_WORKER', { office: 'GAO', nth: 1 }))
  const who = newcomer()
  const known = await openedCase(colleague, who)
  const lead = await signIn(account('LAWYER', { office: 'GAO' }))
  const { code, led } = await registeredAgain(lead, who)
  expect(led).not.toContain('/same')
  await lead.goto(`/cases/${code}/same`)
  await expect(lead.getByRole('main')).toContainText('Aucun dossier que vous ouvrez ne lui ressemble')
  await expect(lead.getByRole('main')).not.toContainText(known)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto('/queue?kind=task')
  await supervisor
    .getByRole('link')
    .filter({ hasText: 'Comparer deux dossiers' })
    .filter({ hasText: known })
    .click()
  await expect(supervisor.getByRole('table')).toContainText(who.family)
  await supervisor.getByLabel('Ce sont deux personnes').check()
  await supervisor.getByRole('button', { name: 'Continuer', exact: true }).click()
  await expect(supervisor.getByRole('status')).toContainText('deux personnes')
  await supervisor.goto('/queue?kind=task')
  await expect(
    supervisor.getByRole('link').filter({ hasText: 'Comparer' }).filter({ hasText: known }),
  ).toHaveCount(0)
})
