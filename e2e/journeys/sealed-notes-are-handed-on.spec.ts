import { gzipSync } from 'node:zlib'
import { expectAccessible } from '../support/accessible'
import { account } from '../support/accounts'
import { newcomer, openedCase, traces } from '../support/people'
import { raw } from '../support/post'
import { expect, type Page, test } from '../support/test'

const done = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').first()).toContainText(words)

/** What a page weighs on the wire, as the budget of pages has it. */
async function light(page: Page, path: string): Promise<void> {
  const { text } = await raw(page, path)
  expect(gzipSync(text).length, path).toBeLessThanOrEqual(5 * 1024)
}

/** The rules of accessibility are a script: asked where scripts run. */
async function expectAxe(page: Page, paths: readonly string[]): Promise<void> {
  if (test.info().project.name === 'scripts-off') return
  for (const path of paths) {
    await page.goto(path)
    await expectAccessible(page)
  }
}

test('a psychologist writes, corrects, flags and hands on; two people open, the lawyer and supervision read nothing', async ({
  signIn,
}) => {
  test.setTimeout(240_000)
  const mine = account('PSYCHOLOGIST', { office: 'MOP' })
  const theirs = account('PSYCHOLOGIST', { office: 'GAO' })
  const psychologist = await signIn(mine)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  const who = newcomer()
  const code = await openedCase(psychologist, who, { cercle: 'ML0505' })
  const notes = `/cases/${code}/notes`
  const words = `Cauchemars chaque nuit ${code}`

  await test.step('writes a sealed note with a danger flag', async () => {
    await psychologist.goto(`${notes}/new`)
    await psychologist.getByRole('textbox', { name: /^Note/ }).fill(words)
    await psychologist.getByLabel('Ma discipline seulement').check()
    await psychologist.getByLabel('Signaler un danger').selectOption({ label: 'Urgence de santé' })
    await psychologist.getByRole('button', { name: 'Enregistrer la note' }).click()
    await done(psychologist, 'Note enregistrée')
  })
  await test.step('supervision reads the word of the flag and nothing of the note', async () => {
    await supervisor.goto(notes)
    await expect(supervisor.locator('main')).toContainText('Danger signalé : Urgence de santé')
    expect((await raw(supervisor, notes)).text).not.toContain('Cauchemars')
  })
  await test.step('corrects the note; what it said stays below, with its dates', async () => {
    await psychologist.goto(notes)
    await psychologist.getByRole('link', { name: 'Corriger' }).click()
    await psychologist.getByRole('textbox', { name: /^Note/ }).fill(`${words}, moins depuis lundi`)
    await psychologist.getByLabel('Appris depuis').check()
    await psychologist.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await done(psychologist, 'Correction enregistrée')
    await psychologist.getByText('Historique : 1 correction').click()
    await expect(psychologist.locator('main')).toContainText('Telle qu’elle était du')
  })
  await test.step('the danger has passed: the flag comes down for a reason', async () => {
    await psychologist
      .getByRole('link', { name: /danger.*passé/i })
      .first()
      .click()
    await psychologist.getByLabel('Soins reçus').check()
    await psychologist.getByRole('button', { name: 'Lever le signal' }).click()
    await done(psychologist, 'Danger levé')
    await supervisor.goto(notes)
    await expect(supervisor.locator('main')).toContainText('Soins reçus')
  })
  const colleague = await test.step('a colleague joins, and reads nothing of it yet', async () => {
    const { maintaining } = await import('../support/database')
    await maintaining(
      (tx) => tx`insert into app.case_members (case_id, user_id, capacity) select c.id, u.id, 'MEMBER'
        from app.cases c, access.users u where c.code = ${code} and u.email = ${theirs.email}`,
    )
    const page = await signIn(theirs)
    await page.goto(notes)
    await expect(page.locator('main')).toContainText(
      'Une note scellée de votre discipline ne vous est pas ouverte',
    )
    expect((await raw(page, notes)).text).not.toContain('Cauchemars')
    return page
  })
  await test.step('the author asks to open, and cannot say the other half', async () => {
    await psychologist.goto(notes)
    await psychologist.getByRole('link', { name: 'Ouvrir les notes scellées' }).click()
    await psychologist.getByLabel(theirs.name).check()
    await psychologist.getByLabel('Passation à un(e) collègue').check()
    await psychologist.getByRole('button', { name: 'Demander l’ouverture' }).click()
    await done(psychologist, 'Ouverture demandée')
    await psychologist.goto('/openings')
    await expect(psychologist.locator('main')).toContainText('Rien n’attend votre mot')
  })
  await test.step('supervision is told at home, confirms, and still reads nothing', async () => {
    await supervisor.goto('/work')
    await supervisor.getByRole('link', { name: /notes scellées attend/ }).click()
    await supervisor
      .locator('section', { hasText: code })
      .getByRole('button', { name: 'Ouvrir', exact: true })
      .click()
    await done(supervisor, 'Notes ouvertes')
    expect((await raw(supervisor, notes)).text).not.toContain('Cauchemars')
  })
  await test.step('the colleague reads the note and what it said before', async () => {
    const { text } = await raw(colleague, notes)
    expect(text).toContain('moins depuis lundi')
    expect(text).toContain('Historique')
  })
  await test.step('says that a note was written in error', async () => {
    await psychologist.goto(notes)
    await psychologist.getByRole('link', { name: 'Écrite par erreur' }).click()
    await psychologist.getByLabel('Écrite deux fois').check()
    await psychologist.getByRole('button', { name: 'Marquer comme écrite par erreur' }).click()
    await done(psychologist, 'écrite par erreur')
  })
  await expectAxe(psychologist, [notes, `${notes}/open`])
  for (const path of [notes, `${notes}/new`, '/openings', `/cases/${code}/papers`])
    await light(psychologist, path)
})

test('papers are asked about first: one is printed in Arabic, one is said aloud, the summary stays with us', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const who = newcomer()
  const code = await openedCase(lead, who)

  await test.step('the sheet of the person’s data, in Arabic, right to left', async () => {
    await lead.goto(`/cases/${code}/papers`)
    await lead.getByRole('link', { name: 'Mes données' }).click()
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.getByText('Demandez d’abord si ce papier est sans danger').first()).toBeVisible()
    await lead.getByLabel('Oui, elle le dit').check()
    await lead.getByLabel('العربية').check()
    await lead.getByRole('button', { name: 'Continuer' }).click()
    const paper = lead.getByRole('region', { name: 'ما نحتفظ به عنك' })
    await expect(paper).toHaveAttribute('dir', 'rtl')
    await expect(paper).toContainText('حقوقك')
    const text = (await paper.textContent()) ?? ''
    for (const trace of [...traces(who), code]) expect(text).not.toContain(trace)
    expect(lead.url()).not.toContain(code)
    await light(lead, new URL(lead.url()).pathname)
    await expectAxe(lead, [lead.url(), `/cases/${code}/papers`, `/cases/${code}/papers/appointment`])
  })
  await test.step('a slip that is not safe is said aloud and not printed', async () => {
    await lead.goto(`/cases/${code}/papers/appointment`)
    await lead.getByLabel('Non, ou elle n’est pas sûre').check()
    await lead.getByLabel('Jour').fill('8/7/2014')
    await lead.getByLabel('Heure').fill('9h30')
    await lead.getByLabel('Lieu').fill('Au grand marché')
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.locator('main')).toContainText('Rendez-vous le mardi 8 juillet 2014, à 09:30')
    await lead.emulateMedia({ media: 'print' })
    await expect(lead.getByText('Au grand marché')).toBeHidden()
    await lead.emulateMedia({ media: 'screen' })
  })
  await test.step('the summary prints no note unless ticked', async () => {
    await lead.goto(`/cases/${code}/notes/new`)
    await lead.getByRole('textbox', { name: /^Note/ }).fill('Elle dort chez une tante.')
    await lead.getByLabel('L’équipe du dossier').check()
    await lead.getByRole('button', { name: 'Enregistrer la note' }).click()
    await lead.goto(`/cases/${code}/papers/summary`)
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.getByRole('region', { name: 'Résumé du dossier' })).not.toContainText('chez une tante')
    await lead.goto(`/cases/${code}/papers/summary`)
    await lead.getByLabel('Imprimer aussi les notes de l’équipe').check()
    await lead.getByRole('button', { name: 'Continuer' }).click()
    await expect(lead.getByRole('region', { name: 'Résumé du dossier' })).toContainText('chez une tante')
    await light(lead, new URL(lead.url()).pathname)
  })
  await test.step('what was asked for is listed', async () => {
    await lead.goto(`/cases/${code}/papers`)
    await expect(lead.locator('main')).toContainText('dit de vive voix')
    await expect(lead.locator('main')).toContainText('avec les notes de l’équipe')
  })
})
