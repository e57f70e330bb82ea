import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { accept, complete, open } from '../support/partner'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { personSaysNo, sendReferral } from '../support/team'
import { expect, test } from '../support/test'

test('harm is heard by those who must, and abuse by an aid worker leaves no trace', async ({ signIn }) => {
  test.setTimeout(150_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  const code = await openedCase(lead, newcomer())
  const wanted = { service: 'LEGAL_DOC', partner: 'NRC', reason: 'Acte de mariage perdu.' }
  const id = await sendReferral(lead, supervisor, code, wanted)
  await open(partner, id)
  await accept(partner, id)
  await complete(partner, id)

  await test.step('money asked for goes to the supervisor, who says what was done', async () => {
    await personSaysNo(lead, id, 'Argent ou cadeau demandé')
    await supervisor.goto(`/referrals/${id}`)
    await expect(supervisor.locator('main')).toContainText('Argent ou cadeau demandé')
    await supervisor.getByLabel('Autre service trouvé').check()
    await supervisor.getByRole('button', { name: 'Dire ce qui a été fait' }).click()
    await expect(supervisor.getByRole('status')).toContainText('ce qui a été fait')
    expect((await raw(partner, `/inbox/${id}`)).text).not.toContain('cadeau')
  })
  /** Everything of the case that a report could have left a mark on. */
  const written = () =>
    maintaining(
      (tx) => tx`select (select count(*) from app.tasks t where t.case_id = k.id) as tasks,
        (select count(*) from app.referral_events e where e.referral_id = ${id}) as events,
        (select count(*) from app.harm_reports h where h.case_id = k.id) as harms, k.version
        from app.cases k where k.code = ${code}`,
    )
  await test.step('abuse is told elsewhere, to one person', async () => {
    const before = await written()
    await lead.goto(`/referrals/${id}/harm`)
    await lead.getByRole('link', { name: 'Le dire à la personne référente EAS' }).click()
    await lead.getByLabel('Non : proposer un lieu sûr tout de suite').check()
    await lead.getByLabel('De quelle organisation').selectOption('NRC')
    await lead.getByLabel('Ce qui est arrivé').fill('Mardi, à la distribution. Appelez-moi au bureau.')
    await lead.getByRole('button', { name: 'Envoyer à la personne référente' }).click()
    await expect(lead.getByRole('heading', { level: 1 })).toHaveText('C’est transmis')
    const after = await written()
    expect(after).toEqual(before)
    for (const other of [lead, supervisor]) expect((await raw(other, '/psea')).status).toBe(404)
    expect((await raw(supervisor, `/cases/${code}`)).text).not.toContain('EAS')
  })
})
