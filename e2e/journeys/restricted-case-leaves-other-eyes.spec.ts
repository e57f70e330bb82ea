import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { prepareReferral, submitReferral } from '../support/referral'
import { expect, type Page, test } from '../support/test'

/** A refusal without what differs from one to the next: its reference number and the address it was asked for. */
const plain = (text: string, ...own: string[]): string =>
  own.reduce((rest, one) => rest.replaceAll(one, ''), text).replaceAll(/R-[0-9A-Z-]+/g, '')

/** Everywhere a supervisor could meet a case: where in raw bytes it stands. */
async function seenIn(page: Page, code: string): Promise<string[]> {
  const places = ['/queue', '/queue?kind=approve', '/work', '/referrals?tab=approval', '/cases?view=high']
  const found: string[] = []
  for (const place of places) if ((await raw(page, place)).text.includes(code)) found.push(place)
  const search = await raw(page, `/search?q=${code}`)
  if (search.status !== 200 || search.text.includes(`/cases/${code}`)) found.push('/search')
  return found
}

test('a restricted case is gone for every supervisor but the one named', async ({ signIn }) => {
  test.setTimeout(180_000)
  const [named, other] = [
    account('SUPERVISOR', { office: 'TBT' }),
    account('SUPERVISOR', { office: 'TBT', nth: 1 }),
  ]
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT' }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0605', risk: 'HIGH' })
  const wanted = { service: 'LEGAL_COUN', partner: 'NRC', reason: 'Conseil sur une plainte.' }
  const id = await prepareReferral(lead, code, wanted)
  await submitReferral(lead)
  const [one, two] = [await signIn(named), await signIn(other)]
  await test.step('before, both meet it', async () => {
    for (const page of [one, two]) {
      const seen = await seenIn(page, code)
      expect(seen).toContain('/queue')
      expect(seen).toContain('/search')
    }
  })
  await test.step('the lead restricts it and names one', async () => {
    await lead.goto(`/cases/${code}/restrict`)
    await lead.getByLabel(named.name).check()
    await lead.getByRole('button', { name: 'Restreindre l’accès' }).click()
    await expect(lead.getByRole('alert')).toContainText('Dites pourquoi')
    await expect(lead.getByLabel(named.name)).toBeChecked()
    await expect(lead.locator('main')).toContainText('Un seul : le partenaire garde ses délais')
    await expect(lead.locator('main')).toContainText('tant que personne d’autre n’a ouvert le dossier')
    await lead.getByLabel('Risque de représailles').check()
    await lead.getByRole('button', { name: 'Restreindre l’accès' }).click()
    await expect(lead.getByRole('status')).toContainText('l’accès est restreint')
    const why = lead.getByLabel('À ne pas manquer')
    await expect(why).toContainText(`Risque de représailles. Par`)
    await expect(why).toContainText(named.name)
  })
  await test.step('undone while nobody opened it, both meet it again; then it is restricted for good', async () => {
    await lead.getByRole('button', { name: 'Annuler la restriction' }).click()
    await expect(lead.getByRole('status')).toContainText('Restriction annulée')
    for (const page of [one, two]) expect(await seenIn(page, code)).toContain('/search')
    await lead.goto(`/cases/${code}/restrict`)
    await lead.getByLabel(named.name).check()
    await lead.getByLabel('Risque de représailles').check()
    await lead.getByRole('button', { name: 'Restreindre l’accès' }).click()
    await expect(lead.getByRole('button', { name: 'Annuler la restriction' })).toBeVisible()
  })
  await test.step('the other meets it nowhere, and is told nothing', async () => {
    expect(await seenIn(two, code)).toEqual([])
    for (const path of [`/cases/${code}`, `/referrals/${id}`, `/queue/${id}/return`]) {
      const { status, text } = await raw(two, path)
      const absent = path.replace(code, 'MLP-0000-0000').replace(id, '00000000-0000-4000-8000-000000000000')
      const nothing = await raw(two, absent)
      expect([status, nothing.status], path).toEqual([404, 404])
      expect(plain(text, path), path).toBe(plain(nothing.text, absent))
    }
  })
  await test.step('the named one keeps it and decides', async () => {
    expect(await seenIn(one, code)).toContain('/queue')
    expect((await raw(one, `/cases/${code}`)).status).toBe(200)
    // The page the lead still has open offers it; the answer says who was quicker.
    await lead.getByRole('button', { name: 'Annuler la restriction' }).click()
    await expect(lead.locator('main')).toContainText('Le dossier a été ouvert : il reste restreint')
    await expect(lead.locator('main')).toContainText(named.name)
    await lead.goto(`/cases/${code}`)
    await expect(lead.getByLabel('À ne pas manquer')).toContainText(`Ne s’annule plus : ${named.name}`)
    await expect(lead.getByRole('button', { name: 'Annuler la restriction' })).toHaveCount(0)
    await one.goto(`/queue?item=${id}`)
    await one.getByRole('button', { name: 'Valider' }).click()
    await expect(one.getByRole('status')).toContainText('L’envoi part dans deux minutes')
  })
})
