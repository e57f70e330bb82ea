import { account } from '../support/accounts'
import { endpoints, pages } from '../support/endpoints'
import { accept, open } from '../support/partner'
import { newcomer, openedCase, traces } from '../support/people'
import { post, raw } from '../support/post'
import { approve, letTheHoldPass, prepareReferral, submitReferral } from '../support/referral'
import { expect, type Page, test } from '../support/test'

const reason = 'Expulsée de sa parcelle, titre en main.'

/** What the forms of an open page would have sent, all answers at once: a verb takes what it knows. */
const typed = {
  accept: { expectedOn: '', note: 'Venez' },
  ask: { question: 'Depuis quand ?' },
  decline: { decline: 'NO_CAPACITY', why: '' },
  complete: { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' },
  'not-accessed': { absence: 'DID_NOT_COME', why: '' },
} as const

async function replay(partner: Page, id: string, betraying: string[]): Promise<void> {
  const received = pages().filter((path) => path.startsWith('/inbox/[id]'))
  const verbs = endpoints().filter(
    (path) => path.startsWith('/api/v1/inbox/[id]/') && !path.endsWith('/deleted'),
  )
  expect([received.length, verbs.length].every((count) => count >= 5)).toBe(true)
  const answers = [
    ...(await Promise.all(received.map((path) => raw(partner, path.replace('[id]', id))))),
    ...(await Promise.all(
      verbs.map((path) => post(partner, path.replace('[id]', id), typed[path.split('/').pop() as never])),
    )),
  ]
  for (const { status, text } of answers) {
    expect(status).toBeLessThan(500)
    for (const trace of betraying) expect(text).not.toContain(trace)
  }
}

test('withdrawing consent cuts the partner off at once, even from a page that is open', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const code = await openedCase(lead, who, { cercle: 'ML0901' })
  const id = await prepareReferral(lead, code, { service: 'LEGAL_HLP', partner: 'NRC', reason })
  await submitReferral(lead)
  await approve(await signIn(account('SUPERVISOR', { office: 'BKO' })), id)
  await letTheHoldPass(lead, id)
  const partner = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
  await open(partner, id)
  await accept(partner, id)
  await expect(partner.locator('main')).toContainText(who.given)

  await test.step('the page says what will stop, then it stops', async () => {
    await lead.goto(`/referrals/${id}`)
    await lead.getByRole('link', { name: 'Retirer le consentement' }).click()
    await expect(lead.locator('main')).toContainText('S’arrête : NRC ne lit plus rien')
    await lead.getByRole('button', { name: 'Retirer maintenant' }).click()
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Arrêté : consentement retiré')
  })
  await test.step('neither the open page nor any endpoint gives a fact', async () => {
    await replay(partner, id, [...traces(who), code, reason, 'Bamako'])
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Arrêté : consentement retiré')
  })
  await test.step('a button of the open page leads to the stub, which asks to delete', async () => {
    await partner.getByRole('button', { name: 'Commencer le service' }).click()
    await partner.goto(`/inbox/${id}`)
    await expect(partner.locator('main')).toContainText('Effacez votre copie')
    await partner.getByRole('button', { name: 'C’est effacé' }).click()
    await expect(partner.getByRole('status')).toContainText('Effacement noté')
    await lead.goto(`/referrals/${id}`)
    await expect(lead.getByRole('row').filter({ hasText: 'NRC confirme avoir effacé' })).toHaveCount(1)
  })
})
