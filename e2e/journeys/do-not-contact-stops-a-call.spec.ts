import { account } from '../support/accounts'
import { onwards, post } from '../support/post'
import { answers, ask, begun, figures, whoAnswers } from '../support/registration'
import { expect, test } from '../support/test'

test('"do not contact" in an alert stops a call on its case until somebody says why', async ({ signIn }) => {
  test.setTimeout(120_000)
  const agent = await signIn(account('DTM_ENUM', { office: 'GAO' }))
  const words = 'Le téléphone est à son oncle.'
  const alert = onwards(
    await post(agent, '/api/v1/alerts', {
      flowPoint: 'FMP_GAO_PK',
      seenOn: '30/6/2014',
      given: 'Zuhaira',
      family: '',
      sex: 'F',
      age: '14',
      nationality: 'MLI',
      vulnerabilities: 'CHILD_ALONE',
      urgency: 'EMERGENCY',
      contactAgreed: 'NO',
      safeContact: words,
    }),
  )
  const id = alert.split('/')[2]?.split('?')[0] ?? ''
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await test.step('triage sees the no and the raiser’s words', async () => {
    await supervisor.goto(`/alerts/${id}/open`)
    await expect(supervisor.locator('main')).toContainText('Ne pas contacter')
    await expect(supervisor.locator('main')).toContainText(words)
    await expect(supervisor.locator('main')).toContainText('Enfant seul')
  })
  const lead = account('SOCIAL_WORKER', { office: 'GAO' })
  await supervisor.getByLabel(lead.name).check()
  await supervisor.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  const code = /MLP-[0-9A-Z-]+/.exec(supervisor.url())?.[0] ?? ''
  const page = await signIn(lead)
  await test.step('the case says it before anything else', async () => {
    await page.goto(`/cases/${code}`)
    const strip = page.getByRole('region', { name: 'À ne pas manquer' })
    await expect(strip).toContainText('Ne pas appeler, ne pas écrire')
    await expect(strip).toContainText(words)
    await expect(strip).toContainText('Enfant seul')
  })
  await test.step('the number waits behind a reason', async () => {
    await page.getByRole('link', { name: 'Avant d’appeler' }).click()
    await expect(page.getByRole('heading', { name: 'N’appelez pas' })).toBeVisible()
    await page.locator('summary', { hasText: 'Il faut pourtant appeler' }).click()
    await page.getByRole('button', { name: 'Montrer le numéro' }).click()
    await expect(page.getByText('Dites pourquoi il faut appeler').first()).toBeVisible()
    await page.getByLabel(/^Sa vie est en danger maintenant/).check()
    await page.getByRole('button', { name: 'Montrer le numéro' }).click()
    await expect(page.locator('main')).toContainText('Aucun numéro n’est noté')
  })
  await test.step('the supervisor learns that a call was decided', async () => {
    await supervisor.goto(`/cases/${code}`)
    await expect(supervisor.locator('main')).toContainText('Appel décidé malgré')
    await supervisor.getByRole('button', { name: 'Je l’ai vu' }).click()
    await supervisor.goto(`/cases/${code}`)
    await expect(supervisor.locator('main')).not.toContainText('Appel décidé malgré')
  })
})

test('whom never to tell stands before a call, and a number that nobody may call stands nowhere else', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const number = '+223 00 11 22 33'
  const page = await signIn(account('PSYCHOLOGIST', { office: 'BKO' }))
  await ask(page)
  await answers(page, /^Oui elle a compris/)
  await whoAnswers(page, 'La personne')
  await page.getByLabel('Empreinte').check()
  await figures(page, 'Non')
  await page.getByLabel('La famille').check()
  const code = await begun(page)

  const safety = async (way: RegExp) => {
    await page.goto(`/cases/${code}/register/safety`)
    await expect(page.getByLabel('La famille')).toBeChecked()
    await page.getByRole('radio', { name: /^Moyen/ }).check()
    await page.getByRole('radio', { name: way }).check()
    await page.locator('#f-phone').fill(number)
    await page.getByRole('group', { name: 'Pourquoi ne rien leur dire' }).getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await expect(page).not.toHaveURL(/draft=/)
  }
  await test.step('a call is possible, and the page says whom to tell nothing', async () => {
    await safety(/^Appel possible/)
    await page.goto(`/cases/${code}/call`)
    await expect(page.locator('main')).toContainText(number)
    await expect(page.locator('main')).toContainText('Ne rien dire à sa famille.')
    await page.goto(`/cases/${code}/history?of=safety`)
    await expect(page.locator('main')).toContainText(number)
  })
  await test.step('then nobody may call: the number is behind the page that asks why', async () => {
    await safety(/^En personne uniquement/)
    for (const place of ['history', 'history?of=safety', 'person', 'call']) {
      await page.goto(`/cases/${code}/${place}`)
      await expect(page.locator('main')).toContainText('N’appelez pas')
      await expect(page.locator('main')).not.toContainText(number)
    }
  })
})
