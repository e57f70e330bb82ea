import { account } from '../support/accounts'
import { type Newcomer, newcomer } from '../support/people'
import { onwards, post, raw } from '../support/post'
import { answers, begun, figures, identity, meet, met } from '../support/registration'
import { expect, type Page, test } from '../support/test'

type Line = { given: string; age?: string; sex: string; role: string }

/** One more of the household; an age nobody knows is said so. */
async function add(page: Page, { given, age, sex, role }: Line): Promise<void> {
  const lines = page.locator('#members')
  await lines.locator('summary', { hasText: 'Ajouter un membre' }).click()
  await page.locator('#f-memberGiven').fill(given)
  if (age) await page.locator('#f-memberAge').fill(age)
  else await lines.getByLabel('Sans âge, pourquoi').selectOption('UNK')
  await lines.getByLabel(sex).check()
  await page.locator('#f-memberRole').selectOption(role)
  await page.getByRole('button', { name: 'Ajouter un membre' }).click()
  await expect(lines.locator('li').filter({ hasText: given })).toBeVisible()
}

const ownFile = async (page: Page, family: string, given: string) => {
  await page.goto(`/cases/${family}/register/household`)
  await page
    .locator('#members li')
    .filter({ hasText: given })
    .getByRole('link', { name: 'Ouvrir son propre dossier' })
    .click()
  await expect(page.getByRole('radio', { checked: true }).and(page.locator('[name=answer]'))).toHaveCount(0)
  await met(page)
}

const named = (page: Page, who: Newcomer) => page.getByLabel('Nom de famille').fill(who.family)

/** Everything a colleague may open of a file. */
async function fileOf(page: Page, code: string): Promise<string> {
  const read: string[] = []
  for (const part of ['', '/person', '/name', '/consents', '/register', '/register/household']) {
    const { status, text } = await raw(page, `/cases/${code}${part}`)
    expect(status, `${code}${part}`).toBe(200)
    read.push(text)
  }
  return read.join('\n')
}

test('a mother, a grandmother and a cousin alone: three files of one household, three answers, each file for its own eyes', async ({
  signIn,
}) => {
  test.setTimeout(240_000)
  const [mother, cousin] = [newcomer(), newcomer()]
  const [grandmother, boy] = [`Nana${mother.given}`, `Issa${cousin.given}`]
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const family = await meet(lead)
  await identity(lead, mother)
  await test.step('who lives there is listed one by one, with what nobody knows', async () => {
    await add(lead, { given: grandmother, sex: 'Femme ou fille', role: 'PARENT' })
    await add(lead, { given: boy, age: '12', sex: 'Homme ou garçon', role: 'OTHER_REL' })
    await add(lead, { given: 'Petite sœur', age: '3', sex: 'Inconnu', role: 'UNK' })
    await expect(lead.locator('#members')).toContainText('âge : inconnu')
    await lead.locator('#f-householdSize').fill('4')
    await lead
      .getByRole('group', { name: /^Lien avec/ })
      .first()
      .getByLabel('Chef(fe) de ménage')
      .check()
    await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(lead).toHaveURL(/register\/situation/)
  })

  const old =
    await test.step('the grandmother answers for herself; her disability follows from what is hard', async () => {
      await ownFile(lead, family, grandmother)
      await expect(lead.locator('#f-age')).toHaveValue('')
      await lead.locator('#f-age').fill('70')
      await lead.getByLabel('Estimé').check()
      await answers(lead, /^Oui elle a compris/)
      await lead.getByLabel('Empreinte').check()
      await figures(lead, 'Oui')
      const code = await begun(lead)
      await lead.goto(`/cases/${code}/register/functioning`)
      await lead.locator('#f-WG_WALK').selectOption('4')
      await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
      await lead.goto(`/cases/${code}/person`)
      await expect(lead.locator('main')).toContainText('Situation de handicap')
      return code
    })

  const child =
    await test.step('the cousin says yes himself, and a supervisor is to confirm: nobody answers for him', async () => {
      await ownFile(lead, family, boy)
      await expect(lead.locator('#f-age')).toHaveValue('12')
      await lead.getByLabel('Date ou âge déclaré').check()
      await lead.getByLabel('Qui prend soin de l’enfant').selectOption('NONE')
      await answers(lead, /^Oui de l’enfant/)
      await lead.getByRole('group', { name: 'Qui répond' }).getByLabel('La personne', { exact: true }).check()
      await lead.getByLabel('Empreinte').check()
      await lead.getByLabel(/^Raison, si l’enfant/).selectOption('NOBODY')
      await figures(lead, 'Non')
      const code = await begun(lead)
      await named(lead, cousin)
      await lead.getByLabel('Malienne', { exact: true }).check()
      await lead.locator('#f-moreLanguage').fill('tamasheq')
      await lead.getByLabel('Documents perdus').check()
      await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
      await expect(lead).toHaveURL(/register\/(household|)/)
      await lead.goto(`/cases/${code}/register/household`)
      await lead.locator('#f-siblings').fill('Une sœur aînée, à Kidal, sans nouvelles.')
      for (const asked of ['careArrangement', 'separationCause', 'tracingStatus'])
        await lead.locator(`#f-${asked}`).selectOption({ index: 1 })
      await lead.locator('#f-householdSize').fill('1')
      await lead.getByRole('button', { name: 'Enregistrer et continuer' }).click()
      await expect(lead).toHaveURL(/register\/situation/)
      return code
    })

  await test.step('whoever leads all three is led from each to the other', async () => {
    await lead.goto(`/cases/${family}/register/household`)
    for (const code of [old, child])
      await expect(lead.getByRole('link', { name: `Son dossier ${code}` })).toBeVisible()
    for (const code of [old, child]) {
      await lead.goto(`/cases/${code}/person`)
      await expect(lead.getByRole('link', { name: family, exact: true })).toBeVisible()
    }
    await expect(lead.locator('main')).toContainText('Une sœur aînée')
  })

  const join = async (code: string, id: string) =>
    onwards(await post(lead, `/api/v1/cases/${code}/team`, { colleague: id }))
  const [one, other] = [account('LAWYER', { office: 'GAO' }), account('PSYCHOLOGIST', { office: 'GAO' })]
  const idOf = async (code: string, name: string) => {
    await lead.goto(`/cases/${code}/team`)
    return (await lead.getByLabel(name).getAttribute('value')) ?? ''
  }
  await join(family, await idOf(family, one.name))
  await join(child, await idOf(child, other.name))
  await test.step('who may open the family alone reads no code and no name of the cousin’s file', async () => {
    const lawyer = await signIn(one)
    const read = await fileOf(lawyer, family)
    for (const hidden of [old, child, cousin.family, 'Une sœur aînée']) expect(read).not.toContain(hidden)
    expect((await raw(lawyer, `/cases/${child}`)).status).toBe(404)
  })
  await test.step('who may open the cousin’s file alone reads no code and no name of the family', async () => {
    const psychologist = await signIn(other)
    const read = await fileOf(psychologist, child)
    for (const hidden of [family, old, mother.given, mother.family, grandmother])
      expect(read).not.toContain(hidden)
    expect((await raw(psychologist, `/cases/${family}`)).status).toBe(404)
  })
})
