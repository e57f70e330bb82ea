import { photo } from '@/lib/testing/files/honest'
import { pdf } from '@/lib/testing/files/pdfs'
import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { cookiesOf } from '../support/post'
import { expect, type Page, test } from '../support/test'
import { ours, send } from '../support/wire'

type File = { name: string; mimeType: string; buffer: Buffer }

async function add(page: Page, code: string, file: File, { kind, reader }: { kind: string; reader: string }) {
  await page.goto(`/cases/${code}/documents`)
  await page.getByLabel('Fichier').setInputFiles(file)
  await page.getByLabel('Ce que c’est').selectOption({ label: kind })
  await page.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel(reader).check()
}
const fetched = async (page: Page, href: string | null) =>
  (await send(String(href), { headers: { ...ours, cookie: await cookiesOf(page) } })).status
const press = (page: Page) => page.getByRole('button', { name: 'Ajouter', exact: true }).click()

test('a certificate is kept sealed, a hostile file is refused with its reason, a picture is shown, an original goes back', async ({
  signIn,
}) => {
  const psychologist = await signIn(account('PSYCHOLOGIST', { office: 'MOP' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  const code = await openedCase(psychologist, newcomer(), { cercle: 'ML0505' })
  const page = `/cases/${code}/documents`

  await test.step('a PDF that holds a program comes back with a sentence; the other answers stay', async () => {
    const hostile = pdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' })
    const file = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: hostile }
    await add(psychologist, code, file, { kind: 'Certificat médical', reader: 'Ma discipline seulement' })
    await press(psychologist)
    await expect(psychologist.getByRole('alert')).toContainText('Ce PDF contient un programme')
    await expect(psychologist.getByLabel('Ce que c’est')).toHaveValue('MEDICAL')
    await expect(psychologist.getByLabel('Ma discipline seulement')).toBeChecked()
  })

  await test.step('an honest one is kept for the discipline; the supervisor counts it and does not open it', async () => {
    const file = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: pdf() }
    await add(psychologist, code, file, { kind: 'Certificat médical', reader: 'Ma discipline seulement' })
    await psychologist.getByLabel('Nous gardons l’original').selectOption({ label: 'Coffre du bureau' })
    await press(psychologist)
    await expect(psychologist.getByText('Document ajouté')).toBeVisible()
    await supervisor.goto(page)
    const row = supervisor.getByRole('row', { name: /Certificat médical/ })
    await expect(row).toContainText('Fermé pour vous')
    const href = await psychologist.getByRole('link', { name: /^Ouvrir/ }).getAttribute('href')
    expect(await fetched(psychologist, href)).toBe(200)
    expect(await fetched(supervisor, href)).toBe(403)
  })

  await test.step('a file without an answer is kept while the answer is asked again', async () => {
    await psychologist.goto(page)
    const buffer = await photo().jpeg().toBuffer()
    await psychologist
      .getByLabel('Fichier')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
    await press(psychologist)
    await expect(psychologist.getByRole('alert')).toContainText('Dites ce que c’est')
    await expect(psychologist.locator('main')).toContainText('Fichier reçu')
    await psychologist.getByLabel('Ce que c’est').selectOption({ label: 'Pièce d’identité' })
    await psychologist.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel('Équipe du dossier').check()
    await press(psychologist)
    await expect(psychologist.getByText('Document ajouté')).toBeVisible()
  })

  await test.step('its small picture is seen on its page, which anybody of the case opens', async () => {
    await supervisor.goto(page)
    await supervisor.getByRole('link', { name: 'Pièce d’identité', exact: true }).click()
    const picture = supervisor.getByRole('img', { name: 'Aperçu' })
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
  })

  await test.step('the original goes back, and only once', async () => {
    await psychologist.goto(page)
    await psychologist.getByRole('link', { name: 'Certificat médical', exact: true }).click()
    await psychologist.getByLabel('À la personne').check()
    await psychologist.getByRole('button', { name: 'C’est rendu' }).click()
    await expect(psychologist.getByText('Original rendu')).toBeVisible()
    await psychologist.getByRole('link', { name: 'Certificat médical', exact: true }).click()
    await expect(psychologist.locator('main')).toContainText('À la personne')
    await expect(psychologist.getByRole('button', { name: 'C’est rendu' })).toHaveCount(0)
  })

  await test.step('withdrawn, the file is gone and its line says why', async () => {
    await psychologist.getByText('Retirer ce document').click()
    await psychologist.getByLabel('Illisible').check()
    await psychologist.getByRole('button', { name: 'Retirer et effacer' }).click()
    await expect(psychologist.getByText('fichier effacé')).toBeVisible()
    await expect(psychologist.getByRole('row', { name: /Certificat médical/ })).toContainText('Illisible')
  })
})
