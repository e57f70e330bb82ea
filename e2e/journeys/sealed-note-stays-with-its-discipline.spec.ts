import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { expect, type Page, test } from '../support/test'

async function write(page: Page, code: string, words: string, readers: string): Promise<void> {
  await page.goto(`/cases/${code}/notes/new`)
  await page.getByRole('textbox', { name: /^Note/ }).fill(words)
  await page.getByLabel(readers).check()
  await page.getByRole('button', { name: 'Enregistrer la note' }).click()
  await expect(page.getByRole('status')).toContainText('Note enregistrée')
}

test('a psychologist’s sealed note is absent for the colleague and the supervisor who read the team’s notes', async ({
  signIn,
}) => {
  const psychologist = await signIn(account('PSYCHOLOGIST', { office: 'MOP' }))
  const code = await openedCase(psychologist, newcomer(), { cercle: 'ML0505' })
  const lawyer = account('LAWYER', { office: 'MOP' })
  const [colleague, supervisor] = [
    await signIn(lawyer),
    await signIn(account('SUPERVISOR', { office: 'MOP' })),
  ]
  expect((await raw(colleague, `/cases/${code}`)).status, 'not yet in the team').toBe(404)
  await psychologist.goto(`/cases/${code}/team`)
  await psychologist.getByLabel(lawyer.name).check()
  await psychologist.getByRole('button', { name: 'Ajouter à l’équipe' }).click()
  await expect(psychologist.getByRole('status')).toContainText('Équipe mise à jour')

  const [team, sealed] = [`Rendez-vous jeudi ${code}a`, `Cauchemars chaque nuit ${code}b`]
  await write(psychologist, code, team, 'L’équipe du dossier')
  await write(psychologist, code, sealed, 'Ma discipline seulement')
  for (const reader of [colleague, supervisor]) {
    const notes = await raw(reader, `/cases/${code}/notes`)
    expect(notes.text).toContain(team)
    for (const path of ['/notes', '', '/notes?after=x', '/person'])
      expect((await raw(reader, `/cases/${code}${path}`)).text, path).not.toContain('Cauchemars')
    expect(notes.text, 'not even that there is one').not.toContain('psychologie')
  }
  expect((await raw(psychologist, `/cases/${code}/notes`)).text).toContain(sealed)
})
