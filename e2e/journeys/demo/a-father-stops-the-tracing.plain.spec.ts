import { account } from '../../support/accounts'
import { gave } from '../../support/file-work'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, sendNow } from '../../support/sharing'
import { standing } from '../../support/standing'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const yes = {
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'VERBAL_WIT',
  witness: 'Interprète du bureau',
  language: 'taq',
}

test('a father whose wife has telephoned takes back the tracing alone; the care goes on', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'DTM_SITE', cercle: 'ML0703', sex: 'M', age: '45', ageBasis: 'STATED' },
    answer: { ...yes, stats: 'YES' },
    identity: {
      nationalities: 'MLI',
      languages: ['taq', 'ses'],
      documentStatus: 'HAS_ID',
      motherName: 'Fadi',
    },
    household: { householdRole: 'HOH', householdSize: '1' },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      concerns: ['MHP_SUIC', 'FAM_SEP', 'VIOL_KIN'],
      specificNeeds: ['TR-WV', 'FU-TR', 'LP-MD'],
    },
    safety: { risk: 'HIGH', safeContact: 'SMS_OK', phone: '' },
  }
  const lead = await signIn(account('PSYCHOLOGIST', { office: 'GAO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await lead.goto(`/cases/${code}/register/safety`)
  await expect(lead.locator('main')).toContainText('Les codes proposent : risque Élevé')
  await rateAndFinish(lead, code, told)
  for (const [service, quantity] of [
    ['MHPSS_IND', 6],
    ['SAFE_PLAN', 1],
    ['FOOD_RATION', 1],
  ] as const)
    await gave(lead, code, service, quantity, 'OFDA')

  const mdm = await signIn(account('PARTNER_FP', { partner: 'MDM' }))
  const care = await test.step('specialist care begins at once', async () => {
    const wanted = {
      service: 'MHPSS_SPEC',
      partner: 'MDM',
      priority: 'Extrême urgence',
      reason: 'Suivi spécialisé dès ce soir.',
    } as const
    const facts = ['sex', 'age_band', 'cercle', 'language', 'name', 'phone']
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
    await sendNow(lead)
    for (const verb of ['acknowledge', 'accept', 'begin']) await says(mdm, id, verb)
    return id
  })
  const icrc = await signIn(account('PARTNER_FP', { partner: 'ICRC' }))
  const tracing = await test.step('his family is looked for', async () => {
    const wanted = {
      service: 'FTR_TRACE',
      partner: 'CICR',
      reason: 'Sa femme et ses enfants, partis vers le nord.',
    }
    const facts = ['name', 'birth', 'mother_name', 'origin', 'language']
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
    await sendApproved(lead, supervisor, id)
    for (const verb of ['acknowledge', 'accept']) await says(icrc, id, verb)
    expect((await raw(icrc, `/inbox/${id}`)).text).toContain(who.given)
    return id
  })
  await test.step('his wife telephones: he takes the tracing back, and the receiver is told to stop and delete', async () => {
    await lead.goto(`/referrals/${tracing}`)
    await lead.getByRole('link', { name: 'Retirer le consentement' }).click()
    await lead.getByRole('button', { name: 'Retirer maintenant' }).click()
    await icrc.goto(`/inbox/${tracing}`)
    await expect(icrc.locator('main')).toContainText('Effacez votre copie')
    for (const trace of traces(who)) expect(await icrc.content()).not.toContain(trace)
    expect((await raw(mdm, `/inbox/${care}`)).text, 'the care still reads what it needs').toContain(who.given)
  })
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN HIGH S3')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL MDM MHPSS_SPEC GIVEN SELF CONSENT',
    'TRACING ICRC FTR_TRACE WITHDRAWN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['MDM MHPSS_SPEC IN_PROGRESS', 'ICRC FTR_TRACE CONSENT_WITHDRAWN'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
})
