import { account } from '../support/accounts'
import { expect, test } from '../support/test'

test('an enumerator raises an alert, the office’s supervisor opens a case and names its lead', async ({
  signIn,
}) => {
  const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO' }))
  await enumerator.goto('/alerts/new')
  await enumerator.locator('#f-flowPoint').selectOption('FMP_GAO_PK')
  const given = `Halimatou ${Date.now().toString(36)}`
  await enumerator.locator('#f-given').fill(given)
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  await test.step('what is missing comes back with what was typed', async () => {
    await expect(enumerator.getByRole('alert')).toContainText('Indiquez un âge, même approximatif')
    await expect(enumerator.locator('#f-given')).toHaveValue(given)
  })
  await enumerator.getByLabel('Femme').check()
  await enumerator.locator('#f-age').fill('19')
  await enumerator.getByLabel('Âge estimé').check()
  await enumerator.getByLabel('Détresse visible').check()
  await enumerator.getByLabel('72 heures').check()
  await enumerator.getByLabel('Oui', { exact: true }).check()
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  await expect(enumerator.getByRole('heading', { level: 1 })).toHaveText('Alerte envoyée')
  const code = await enumerator.locator('.slip .code').innerText()
  expect(await enumerator.content()).not.toContain(given)

  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto('/alerts')
  expect(await supervisor.content()).not.toContain(given)
  await supervisor.goto(enumerator.url().replace(/\?.*/, ''))
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText(code)
  await expect(supervisor.locator('main')).toContainText(given)
  await supervisor.getByRole('link', { name: /Ouvrir un dossier/ }).click()
  const lead = account('SOCIAL_WORKER', { office: 'GAO' })
  await supervisor.getByLabel(lead.name).check()
  await supervisor.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await expect(supervisor).toHaveURL(/\/cases\/MLP-/)

  await test.step('the enumerator sees that it is handled, never the case', async () => {
    await enumerator.goto('/alerts')
    await expect(enumerator.locator('tr', { hasText: code })).toContainText('Traitée par le bureau')
    const answer = await enumerator.goto(supervisor.url())
    expect(answer?.status()).toBe(403)
  })
  await test.step('the lead finds the person in the new case', async () => {
    const worker = await signIn(lead)
    const answer = await worker.goto(supervisor.url())
    expect(answer?.status()).toBe(200)
    const file = supervisor.url().replace(/[?#].*/, '')
    for (const step of ['register', 'register/consent']) {
      await worker.goto(`${file}/${step}`)
      const said = worker.getByRole('region', { name: 'Dit dans l’alerte' })
      await expect(said, step).toContainText('Femme, environ 19 ans')
      await expect(said, step).toContainText('Détresse visible')
      await expect(said, step).toContainText(account('DTM_ENUM', { office: 'GAO' }).name)
    }
  })
})

test('a supervisor closes an alert with a reason the enumerator does not see', async ({ signIn }) => {
  const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO' }))
  await enumerator.goto('/alerts/new')
  await enumerator.locator('#f-flowPoint').selectOption('FMP_GAO_WAB')
  await enumerator.locator('#f-given').fill('inconnu')
  await enumerator.getByLabel('Homme').check()
  await enumerator.locator('#f-age').fill('40')
  await enumerator.getByLabel('Aucune').check()
  await enumerator.getByLabel('Pas demandé').check()
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  const address = enumerator.url().replace(/\?.*/, '')
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto(`${address}/close`)
  await supervisor.getByLabel('Saisie deux fois').check()
  await supervisor.getByRole('button', { name: 'Ne pas ouvrir de dossier' }).click()
  await expect(supervisor.getByRole('status')).toContainText('aucun dossier ouvert')
  await enumerator.goto(address)
  await expect(enumerator.locator('main')).toContainText('Traitée par le bureau')
  await expect(enumerator.locator('main')).not.toContainText('Pas de dossier')
  await expect(enumerator.locator('main')).not.toContainText('Saisie deux fois')
})
