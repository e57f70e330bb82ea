import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('somebody is found by name in another spelling, by telephone and by code, by whoever may open their file', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const who = { ...newcomer(), given: 'Fatoumata' }
  const code = await openedCase(lead, who)
  const search = async (page: typeof lead, typed: string) => {
    await page.goto('/menu')
    await page.getByLabel('Nom, téléphone ou code').fill(typed)
    await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click()
    return page.getByRole('main').getByRole('link', { name: code })
  }
  await test.step('initials and age are listed, with the reason, and no name', async () => {
    await expect(await search(lead, `FATIMA ${who.family.toLowerCase()}`)).toContainText('Nom proche')
    await expect(lead.getByRole('main')).toContainText('F. Q.')
    await expect(lead.getByRole('list').filter({ hasText: code })).not.toContainText(who.family)
    await expect(lead).toHaveTitle(/^Chercher/)
  })
  await test.step('a telephone in other groups, and Arabic digits', async () => {
    const digits = who.phone.replace(/\D/g, '').slice(3)
    await expect(await search(lead, digits)).toContainText('Même téléphone')
    const arabic = digits.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
    await expect(await search(lead, arabic)).toBeVisible()
  })
  await test.step('a code leads straight there, also with marks nobody sees', async () => {
    await search(lead, `\u200b${code.toLowerCase().replaceAll('-', ' ')} `)
    await expect(lead).toHaveURL(new RegExp(`/cases/${code}$`))
  })
  await test.step('the supervisor of the office finds them; another office is told of nobody', async () => {
    const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
    await expect(await search(supervisor, `Fatoumata ${who.family}`)).toContainText('Même nom')
    const elsewhere = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
    await expect(await search(elsewhere, `Fatoumata ${who.family}`)).toHaveCount(0)
    await expect(elsewhere.getByRole('main')).toContainText('Rien trouvé dans ce que vous pouvez ouvrir')
    await expect(elsewhere.getByLabel('Nom, téléphone ou code').last()).toHaveValue(`Fatoumata ${who.family}`)
  })
  await test.step('in English too', async () => {
    const english = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }), 'en')
    await english.goto(`/search?q=${encodeURIComponent(`Fatoumata ${who.family}`)}`)
    await expect(english.getByRole('link', { name: code })).toContainText('Same name')
  })
})
