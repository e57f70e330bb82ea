import { pdf } from '@/lib/testing/files/pdfs'
import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

const PIECE = 262_144

test('a file goes in pieces; the line is cut, the page is closed, the same file goes on where it stopped', async ({
  signIn,
}) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0505' })
  const filler = Buffer.concat([
    Buffer.from('<<>>\nstream\n'),
    Buffer.alloc(5 * PIECE, 66),
    Buffer.from('\nendstream'),
  ])
  const file = { name: 'acte.pdf', mimeType: 'application/pdf', buffer: pdf({ objects: [filler] }) }
  const choose = async () => {
    await lead.goto(`/cases/${code}/documents`)
    await lead.getByLabel('Fichier').setInputFiles(file)
    await lead.getByLabel('Ce que c’est').selectOption({ label: 'Acte d’état civil' })
    await lead.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel('Équipe du dossier').check()
    await expect(lead.locator('output')).toContainText('ko')
    await lead.getByRole('button', { name: 'Ajouter', exact: true }).click()
  }

  const sent: string[] = []
  await lead.route('**/api/v1/uploads/**', (route) => {
    const piece = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    if (Number(piece) >= 2) return route.abort('connectionreset')
    sent.push(piece)
    return route.continue()
  })
  await choose()
  await expect(lead.locator('output')).toContainText('Envoi : 3')
  expect(sent).toEqual(['0', '1'])

  await lead.unroute('**/api/v1/uploads/**')
  await lead.goto('/work')
  await lead.goto(`/cases/${code}/documents`)
  await expect(lead.locator('main')).toContainText('Envoi interrompu')
  const again: string[] = []
  lead.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/api/v1/uploads/')) again.push(path.split('/').at(-1) ?? '')
  })
  await choose()
  await expect(lead.getByText('Document ajouté')).toBeVisible()
  expect(again).toEqual(['2', '3', '4', '5'])
  await expect(lead.locator('main')).not.toContainText('Envoi interrompu')
})

test('a picture is made smaller on the device before it is sent', async ({ signIn }) => {
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'MOP' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0505' })
  await lead.goto(`/cases/${code}/documents`)
  const drawn = await lead.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 3200
    canvas.height = 2400
    const paper = canvas.getContext('2d')
    for (let n = 0; paper && n < 4000; n += 1) {
      paper.fillStyle = `hsl(${(n * 37) % 360} 80% 50%)`
      paper.fillRect((n * 97) % 3200, (n * 61) % 2400, 60, 40)
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95))
    return [...new Uint8Array(await (blob ?? new Blob()).arrayBuffer())]
  })
  const buffer = Buffer.from(drawn)
  let bytes = 0
  lead.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/v1/uploads/'))
      bytes += request.postDataBuffer()?.length ?? 0
  })
  await lead.getByLabel('Fichier').setInputFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer })
  await lead.getByLabel('Ce que c’est').selectOption({ label: 'Pièce d’identité' })
  await lead.getByRole('group', { name: 'Qui l’ouvre' }).getByLabel('Équipe du dossier').check()
  await expect(lead.locator('output')).toContainText('ko')
  await lead.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(lead.getByText('Document ajouté')).toBeVisible()
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(buffer.length / 2)
})
