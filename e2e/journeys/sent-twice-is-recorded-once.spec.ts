import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { onwards, post } from '../support/post'
import { expect, test } from '../support/test'

test('a form sent twice is recorded once; sent again with other words, it is kept and offered as new', async ({
  signIn,
}) => {
  const page = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const code = await openedCase(page, newcomer())
  const path = `/api/v1/cases/${code}/notes`
  await page.goto(`/cases/${code}/notes/new`)
  const key = await page.locator('main form input[name=_key]').inputValue()
  const body = `Kit remis à la porte ${Date.now()}`
  const first = { _key: key, body, compartment: 'TEAM', metOn: '' }
  await test.step('twice the same: one record, the same answer', async () => {
    const [one, two] = await Promise.all([post(page, path, first), post(page, path, first)])
    expect(onwards(one)).toBe(onwards(two))
    await page.goto(`/cases/${code}/notes`)
    await expect(page.locator('main').getByText(body)).toHaveCount(1)
  })
  await test.step('the form still open in the browser, with other words', async () => {
    await page.goBack()
    const other = `${body}, et une bâche`
    await page.getByRole('textbox', { name: /^Note/ }).fill(other)
    await page.getByLabel('L’équipe du dossier').check()
    await page.locator('main form input[name=_key]').evaluate((input, value) => {
      ;(input as HTMLInputElement).value = value
    }, key)
    await page.getByRole('button', { name: 'Enregistrer la note' }).click()
    await expect(page.locator('main')).toContainText('a déjà été enregistré à')
    await expect(page.getByRole('textbox', { name: /^Note/ })).toHaveValue(other)
    await page.getByRole('button', { name: 'Enregistrer la note' }).click()
    await expect(page.getByRole('status')).toContainText('Note enregistrée')
    await page.goto(`/cases/${code}/notes`)
    await expect(page.locator('main').getByText(body)).toHaveCount(2)
  })
})
