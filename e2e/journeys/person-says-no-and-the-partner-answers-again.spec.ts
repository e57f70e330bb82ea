import { account } from '../support/accounts'
import { accept, answer, complete, open } from '../support/partner'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { personSaysNo, sendReferral, verifyWithPerson } from '../support/team'
import { expect, test } from '../support/test'

test('a person says no: nothing is confirmed, and the partner answers again', async ({ signIn }) => {
  test.setTimeout(150_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  const code = await openedCase(lead, newcomer())
  const wanted = { service: 'LEGAL_DOC', partner: 'NRC', reason: 'Acte de naissance perdu.' }
  const id = await sendReferral(lead, supervisor, code, wanted)
  await open(partner, id)
  await accept(partner, id)
  await complete(partner, id)

  await test.step('"no" contests, says what follows, and confirms nothing', async () => {
    await personSaysNo(lead, id)
    const main = lead.locator('main')
    await expect(main).toContainText('Service non confirmé par la personne')
    await expect(main).toContainText('À faire maintenant')
    await expect(main).toContainText('Fourni 1, confirmé 0')
    await expect(main).not.toContainText('Service confirmé par la personne')
  })
  await test.step('the partner reads "not confirmed", never the words', async () => {
    expect((await raw(partner, '/inbox?tab=report')).text).toContain(id)
    const { text } = await raw(partner, `/inbox/${id}`)
    expect(text).toContain('Ce service n’est pas confirmé')
    expect(text).not.toContain('On m’a dit de revenir')
    expect(text).not.toContain('La personne dit')
  })
  await test.step('it answers again, and only a yes confirms', async () => {
    await answer(partner, id, {
      link: 'Dire ce qui s’est passé',
      button: 'Envoyer le retour',
      done: 'Service noté',
      fill: () => partner.getByLabel('Fourni', { exact: true }).check(),
    })
    await verifyWithPerson(lead, id)
    await expect(lead.locator('main')).toContainText('Service confirmé par la personne')
  })
})
