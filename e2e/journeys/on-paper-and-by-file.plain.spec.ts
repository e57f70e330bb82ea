import { readFile } from 'node:fs/promises'
import { account, all } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, test } from '../support/test'

/** One that the ICRC has accepted: the whole of what the person agreed to may leave. */
async function accepted(): Promise<{ id: string; code: string; lead: string }> {
  const [row] = await maintaining(
    (tx) => tx<{ id: string; code: string; lead: string }[]>`
      select r.id, c.code, a.email as lead from app.referrals r join app.cases c on c.id = r.case_id join access.users a on a.id = c.lead_id
      where r.partner_code = 'ICRC' and r.state = 'ACCEPTED' and r.sensitivity = 'S3'
      order by r.sent_at, r.id limit 1`,
  )
  if (!row) throw new Error('the demonstration has nothing that the ICRC accepted')
  return row
}

test('a referral leaves on paper and as a file; a file is looked at by a supervisor before anybody is taken in', async ({
  signIn,
}) => {
  const { id, code, lead } = await accepted()
  const who = all.find(({ email }) => email === lead)
  if (!who) throw new Error(`no account ${lead}`)
  const team = await signIn(who)
  const main = team.locator('main')
  const reference = await test.step('the page says what leaves; the form is opened', async () => {
    await team.goto(`/referrals/${id}`)
    const said = /R-[0-9A-Z-]+/.exec(await main.innerText())?.[0] ?? ''
    await team.getByRole('link', { name: 'Papier ou fichier' }).click()
    await expect(main).toContainText('Ce qui part')
    await team.getByLabel('English').check()
    await team.getByRole('button', { name: 'Préparer le formulaire' }).click()
    return said
  })
  await test.step('two copies, in English, on A4: no code of a case, nothing beyond the sheet', async () => {
    const sheets = team.locator('.paper')
    await expect(sheets).toHaveCount(2)
    await team.emulateMedia({ media: 'print' })
    await team.setViewportSize({ width: 794, height: 1123 })
    for (const sheet of await sheets.all()) {
      await expect(sheet).toContainText(reference)
      await expect(sheet).not.toContainText(code)
    }
    expect(await team.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
    await expect(team.getByText('Imprimez depuis le navigateur')).toBeHidden()
    await team.emulateMedia({ media: 'screen' })
  })
  const file = await test.step('the open file comes down under a name that says nothing', async () => {
    await team.goto(`/referrals/${id}/exchange`)
    const [download] = await Promise.all([
      team.waitForEvent('download'),
      team.getByRole('link', { name: 'Prendre le fichier ouvert' }).click(),
    ])
    expect(download.suggestedFilename()).not.toContain(code)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).not.toContain(code)
    return text
  })
  await test.step('a supervisor looks at it, and sees what is understood', async () => {
    const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
    await supervisor.goto('/alerts/inbound/file')
    await supervisor
      .getByLabel('Fichier')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(file) })
    await supervisor.getByRole('button', { name: 'Regarder' }).click()
    await expect(supervisor.locator('main')).toContainText('Rien n’est encore enregistré')
    await expect(supervisor.locator('main')).toContainText(reference)
  })
})
