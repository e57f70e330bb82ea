import { Buffer } from 'node:buffer'
import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { openFrom } from '../support/first-alert'
import { expect, test } from '../support/test'

/** What the agency's own system wrote, as our profile of FHIR R4 has it. */
function fileOf(name: string, changes: Record<string, string> = {}): Buffer {
  const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
  const fact = (code: string, value: object) => ({ type: coded('urn:relais:fact', code), ...value })
  const person = { type: 'Patient', identifier: { system: 'urn:relais:referral', value: 'ICRC-4471' } }
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Task',
          identifier: [{ system: 'urn:icrc', value: 'ICRC-4471' }],
          status: changes.status ?? 'requested',
          intent: 'order',
          for: person,
          authoredOn: '2014-06-30T08:00:00Z',
          requester: { identifier: { value: 'ICRC' } },
          input: [
            fact('sex', { valueString: 'F' }),
            fact('age_band', { valueString: 'A18_59' }),
            fact('cercle', { valueString: 'ML0703' }),
            fact('name.given', { valueString: name }),
            fact('reason_text', { valueString: 'Elle dort mal depuis mai.' }),
          ],
        },
      },
      {
        resource: {
          resourceType: 'ServiceRequest',
          status: 'active',
          intent: 'order',
          priority: 'urgent',
          code: coded('urn:relais:service-type', 'MHPSS_IND'),
          subject: person,
        },
      },
      {
        resource: {
          resourceType: 'Consent',
          status: 'active',
          scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
          category: [coded('http://loinc.org', '59284-0')],
          dateTime: '2014-06-29',
          policyRule: coded('urn:relais:legal-basis', 'CONSENT'),
          provision: {
            type: 'permit',
            code: ['sex', 'age_band', 'cercle', 'name', 'reason_text'].map((one) =>
              coded('urn:relais:fact', one),
            ),
          },
        },
      },
    ],
  }
  return Buffer.from(JSON.stringify(bundle))
}

test('the ICRC refers a person by file: looked at first, taken in, opened, and the agency is told', async ({
  signIn,
}) => {
  const given = `Fanta ${Date.now().toString(36)}`
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await supervisor.setViewportSize({ width: 360, height: 740 })
  await supervisor.goto('/alerts')
  await supervisor.getByRole('link', { name: 'Une organisation nous réfère quelqu’un' }).click()
  await supervisor.getByRole('link', { name: 'L’organisation a donné un fichier' }).click()
  const sent = async (buffer: Buffer) => {
    await supervisor
      .getByLabel('Fichier')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer })
    await supervisor.getByRole('button', { name: 'Regarder' }).click()
  }

  await test.step('a file that is no good says why, and changes nothing', async () => {
    await sent(Buffer.from('{"resourceType":'))
    await expect(supervisor.locator('main')).toContainText('ce n’est pas du JSON')
    await sent(fileOf(given, { status: 'cancelled' }))
    await expect(supervisor.locator('main')).toContainText('ce référencement est terminé')
  })
  await test.step('a good one is shown, and nothing is kept yet', async () => {
    await sent(fileOf(given))
    await expect(supervisor.locator('main')).toContainText('Rien n’est encore enregistré')
    await expect(supervisor.locator('main')).toContainText('Elle dort mal depuis mai.')
    const rows = await maintaining(
      (tx) =>
        tx`select from app.alerts where agency = 'ICRC' and raised_at > clock.casework_now() - interval '1 minute'`,
    )
    expect(rows.length).toBe(0)
  })
  await supervisor.getByRole('button', { name: 'Enregistrer cette personne' }).click()
  await expect(supervisor.getByRole('status')).toContainText('Dites à l’organisation que vous l’avez reçu')
  await expect(supervisor.locator('main')).toContainText(given)
  await expect(supervisor.locator('main')).toContainText('CICR')
  expect(await supervisor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const alert = new URL(supervisor.url()).pathname

  await test.step('the agency is told that it came, once', async () => {
    await supervisor.getByRole('button', { name: 'Noter' }).click()
    await expect(supervisor.getByRole('status')).toContainText('C’est noté')
    await expect(supervisor.locator('main')).toContainText('Nous l’avons reçu, par téléphone')
    await expect(supervisor.getByRole('button', { name: 'Noter' })).toHaveCount(0)
  })
  await test.step('the team opens a case of it, as of any alert', async () => {
    const lead = account('SOCIAL_WORKER', { office: 'GAO' })
    const code = await openFrom(supervisor, alert, lead)
    const worker = await signIn(lead)
    await worker.goto(`/cases/${code}/register`)
    await expect(worker.getByRole('region', { name: 'Dit dans l’alerte' })).toContainText('CICR')
  })
  await test.step('and the loop back is closed', async () => {
    await supervisor.goto(alert)
    await supervisor.getByRole('radio', { name: 'Nous suivons la personne' }).check()
    await supervisor.getByRole('button', { name: 'Noter' }).click()
    await expect(supervisor.locator('main')).toContainText('Nous suivons la personne, par téléphone')
  })
  await test.step('in English the same', async () => {
    await supervisor.goto(`${alert}`)
    await supervisor.getByRole('button', { name: 'English' }).first().click()
    await expect(supervisor.locator('main')).toContainText('We follow the person, by telephone')
  })
})
