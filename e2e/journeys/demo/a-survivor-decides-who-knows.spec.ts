import { account } from '../../support/accounts'
import { gave, opens, restrict } from '../../support/file-work'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendNow, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'VERBAL_WIT', witness: 'Sage-femme', language: 'taq' }

test('a survivor is treated within seventy-two hours, and nobody learns more than she said', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'HEALTH', cercle: 'ML0703', sex: 'F', age: '22', ageBasis: 'STATED' },
    answer: { ...yes, stats: 'NO' },
    identity: { nationalities: 'MLI', languages: 'taq', documentStatus: 'NO_BIRTH_REG' },
    household: { householdRole: 'OTHER_REL', householdSize: '4' },
    situation: {
      displacementStatus: 'RET_IDP',
      originCercle: 'ML0801',
      concerns: 'VIOL_GBV',
      specificNeeds: 'SV-VF',
    },
    safety: {
      gbvType: 'RAPE',
      hoursSince: '50',
      risk: 'HIGH',
      safeContact: 'VIA_TRUSTED',
      contactDetail: who.detail,
      withholdFrom: ['FAMILY', 'AUTHORITIES'],
      withholdReason: 'STIGMA',
    },
  }
  const named = account('SUPERVISOR', { office: 'GAO' })
  const lead = await signIn(account('PSYCHOLOGIST', { office: 'GAO' }))
  const code = await askFirst(lead, told)
  await test.step('what she told proposes a high risk, a closed file and care without delay', async () => {
    await tell(lead, code, told)
    await lead.goto(`/cases/${code}/register/safety`)
    await expect(lead.locator('main')).toContainText('Accès restreint proposé')
    await restrict(lead, code, named.name, 'SENSITIVE')
    await rateAndFinish(lead, code, told)
    await lead.goto(`/cases/${code}`)
    await expect(lead.locator('main')).toContainText('Soins dans les 72 h')
    await expect(lead.locator('main')).toContainText('Ne rien dire à sa famille')
    await expect(lead.locator('main')).toContainText('Ne rien dire aux autorités')
  })
  await gave(lead, code, 'MHPSS_PFA', 1, 'OFDA')
  await gave(lead, code, 'NFI_DIG', 1, 'OFDA')

  const care =
    await test.step('the reference centre learns a need, a sex, an age band and a language', async () => {
      const wanted = {
        service: 'MED_CMR',
        partner: 'CSRéf',
        priority: 'Extrême urgence',
        reason: 'Accompagnée aujourd’hui.',
      } as const
      const id = await askToRefer(lead, code, {
        ...wanted,
        answer: yes,
        facts: ['sex', 'age_band', 'language'],
      })
      await sendNow(lead)
      const csref = await signIn(account('PARTNER_FP', { partner: 'CSREF' }))
      await serves(csref, id)
      const read = (await raw(csref, `/inbox/${id}`)).text
      for (const trace of [...traces(who), who.detail, code, 'Kidal']) expect(read).not.toContain(trace)
      await verifyWithPerson(lead, id)
      return id
    })
  expect(await leftWith(care)).toEqual(['age_band', 'language', 'need', 'sex', 'urgency'])
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN HIGH S4')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS REFUSED SELF CONSENT',
    'REFERRAL CSREF MED_CMR GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['CSREF MED_CMR VERIFIED'])
  expect(stands.figures, 'she refused to be counted').toEqual(['LEFT_OUT'])
  await test.step('only her team and the one supervisor named open her file', async () => {
    expect(await opens(await signIn(named), code)).toBe(true)
    const others = [
      account('SUPERVISOR', { office: 'GAO', nth: 1 }),
      account('SOCIAL_WORKER', { office: 'GAO' }),
      account('DPO'),
    ]
    for (const other of others) expect(await opens(await signIn(other), code), other.role).toBe(false)
  })
})
