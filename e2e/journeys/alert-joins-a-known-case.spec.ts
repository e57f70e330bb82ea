import { account } from '../support/accounts'
import { newcomer, openedCase } from '../support/people'
import { expect, test } from '../support/test'

test('an alert about somebody already known joins their case, by code in any spelling', async ({
  signIn,
}) => {
  const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO', nth: 1 }))
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const who = newcomer()
  const code = await openedCase(lead, who)
  await enumerator.goto('/alerts/new')
  await enumerator.locator('#f-flowPoint').selectOption('FMP_GAO_WAB')
  await enumerator.locator('#f-given').fill(who.given)
  await enumerator.getByLabel('Femme').check()
  await enumerator.locator('#f-age').fill('27')
  await enumerator.getByLabel('Aucune').check()
  await enumerator.getByLabel('Oui', { exact: true }).check()
  await enumerator.getByRole('button', { name: 'Envoyer l’alerte' }).click()
  await expect(enumerator.getByRole('heading', { level: 1 })).toHaveText('Alerte envoyée')
  const address = new URL(enumerator.url()).pathname

  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.goto(`${address}/link`)
  await test.step('a code that is nobody’s is said to be so, and stays to be corrected', async () => {
    await supervisor.getByLabel('Code du dossier').fill('MLP-0000-0000')
    await supervisor.getByRole('button', { name: 'Rattacher' }).click()
    await expect(supervisor.getByRole('alert')).toContainText('Aucun dossier de vos bureaux')
    await expect(supervisor.getByLabel('Code du dossier')).toHaveValue('MLP-0000-0000')
  })
  await supervisor.getByLabel('Code du dossier').fill(code.toLowerCase().replaceAll('-', ' '))
  await supervisor.getByRole('button', { name: 'Rattacher' }).click()
  await expect(supervisor).not.toHaveURL(/draft=/)
  await enumerator.goto(address)
  await expect(enumerator.locator('main')).not.toContainText(code)
  await expect(enumerator.locator('main')).toContainText('Traitée par le bureau')
})
