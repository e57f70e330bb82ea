import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { newcomer, openedCase } from '../support/people'
import { raw } from '../support/post'
import { approve, prepareReferral, submitReferral } from '../support/referral'
import { expect, test } from '../support/test'

test('consent withdrawn within the two minutes of the hold stops the sending', async ({ signIn }) => {
  test.setTimeout(120_000)
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'BKO', nth: 1 }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0901' })
  const wanted = { service: 'REINT_TRAIN', partner: 'ACTED', reason: 'Couture, a déjà une machine.' }
  const id = await prepareReferral(lead, code, wanted)
  await submitReferral(lead)
  await approve(await signIn(account('SUPERVISOR', { office: 'BKO', nth: 1 })), id)
  await lead.goto(`/referrals/${id}`)
  await lead.getByRole('link', { name: 'Retirer le consentement' }).click()
  await expect(lead.locator('main')).toContainText('S’arrête : rien n’est encore parti')
  await lead.getByRole('button', { name: 'Retirer maintenant' }).click()

  await test.step('nothing waits to be sent any more, and nothing was', async () => {
    const jobs = await maintaining(
      (tx) =>
        tx`select result from jobs.outbox where subject_id = ${id} and result is distinct from 'NOT_APPROVED'`,
    )
    expect(jobs).toEqual([])
  })
  await test.step('it never reached the partner, not even as a line to delete', async () => {
    const partner = await signIn(account('PARTNER_FP', { partner: 'ACTED' }))
    expect((await raw(partner, `/inbox/${id}`)).status).toBe(404)
    expect((await raw(partner, '/inbox?tab=done')).text).not.toContain(id)
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Arrêté : consentement retiré')
  })
})
