import { account } from '../support/accounts'
import { letTheSessionExpire } from '../support/database'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('a note sent after the session ran out waits behind the sign-in, complete', async ({ signIn }) => {
  const who = account('PSYCHOLOGIST', { office: 'GAO' })
  const page = await signIn(who)
  const code = await openedCase(page, newcomer())
  await page.goto(`/cases/${code}/notes/new`)
  const words = `Dort mieux ; revient jeudi. ${Date.now()}`
  await page.getByRole('textbox', { name: /^Note/ }).fill(words)
  await page.getByLabel('Ma discipline seulement').check()
  const [session] = (await page.context().cookies()).filter(({ name }) => name.endsWith('-sid'))
  await letTheSessionExpire(session?.value ?? '')
  await page.getByRole('button', { name: 'Enregistrer la note' }).click()

  await expect(page.locator('#f-password')).toBeVisible()
  expect(await page.content(), 'the next person at this screen must not read it').not.toContain(words)
  await page.locator('#f-email').fill(who.email)
  await page.locator('#f-password').fill(who.password)
  await page.locator('main button.btn').click()
  await expect(page.getByRole('textbox', { name: /^Note/ })).toHaveValue(words)
  await expect(page.getByLabel('Ma discipline seulement')).toBeChecked()
  await expect(page.locator('main')).toContainText('Votre session avait expiré')
  await page.getByRole('button', { name: 'Enregistrer la note' }).click()
  await expect(page.getByRole('status')).toContainText('Note enregistrée')
  await page.goto(`/cases/${code}/notes`)
  await expect(page.locator('main').getByText(words)).toHaveCount(1)
})
