import { account } from '../support/accounts'
import { accept, answer, complete, open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { raw } from '../support/post'
import { approve, letTheHoldPass, prepareReferral, submitReferral } from '../support/referral'
import { reply, verifyWithPerson } from '../support/team'
import { expect, test } from '../support/test'

test('a referral travels from consent to a service that the person confirms', async ({ signIn }) => {
  test.setTimeout(120_000)
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const code = await openedCase(lead, who)
  const wanted = {
    service: 'LEGAL_DOC',
    partner: 'NRC',
    reason: 'Acte de naissance brûlé, jugement supplétif.',
  }
  const id = await prepareReferral(lead, code, wanted)
  await submitReferral(lead)

  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  await test.step('the supervisor approves, thinks again within the hold, approves', async () => {
    await approve(supervisor, id)
    await supervisor.getByRole('button', { name: 'Annuler' }).click()
    await expect(supervisor.getByRole('status')).toContainText('Validation annulée')
    await approve(supervisor, id)
  })

  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await test.step('the partner knows nothing of it before it is sent', async () => {
    expect((await raw(partner, `/inbox/${id}`)).status).toBe(404)
    expect((await raw(partner, '/inbox')).text).not.toContain(id)
  })
  await letTheHoldPass(lead, id)

  await test.step('before acceptance no byte says who it is', async () => {
    expect((await raw(partner, '/inbox')).text).toContain(id)
    await open(partner, id)
    for (const path of ['/inbox?tab=answer', `/inbox/${id}`, `/inbox/${id}/accept`, `/inbox/${id}/decline`]) {
      const { status, text } = await raw(partner, path)
      expect(status, path).toBe(200)
      for (const trace of [...traces(who), code]) expect(text, `${path}: ${trace}`).not.toContain(trace)
    }
  })
  await test.step('the partner asks, the clock stops, the team answers', async () => {
    const question = 'Un jugement a-t-il déjà été demandé ?'
    await answer(partner, id, {
      link: 'Demander une précision',
      button: 'Demander une précision',
      done: 'Question envoyée',
      fill: () => partner.getByLabel('Votre question').fill(question),
    })
    await reply(lead, id, question, 'Non, jamais.')
    await partner.goto(`/inbox/${id}`)
    await expect(partner.locator('main')).toContainText('Non, jamais.')
  })
  await test.step('acceptance opens exactly what was ticked', async () => {
    await accept(partner, id)
    const { text } = await raw(partner, `/inbox/${id}`)
    expect(text).toContain(who.given)
    expect(text).toContain(who.family)
    expect(text, 'the telephone number was not ticked').not.toContain(who.phone)
    expect(text).not.toContain(code)
  })
  await test.step('the partner begins and completes', async () => {
    await partner.getByRole('button', { name: 'Commencer le service' }).click()
    await expect(partner.getByRole('status')).toContainText('Début du service noté')
    await complete(partner, id)
  })
  await test.step('the person is asked, and the identity closes again', async () => {
    await verifyWithPerson(lead, id)
    await expect(lead.locator('main')).toContainText('Service confirmé par la personne')
    const { text } = await raw(partner, `/inbox/${id}`)
    for (const trace of traces(who)) expect(text).not.toContain(trace)
  })
})
