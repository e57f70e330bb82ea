import { account } from '../../support/accounts'
import { askToClose, close } from '../../support/ending'
import { gave } from '../../support/file-work'
import { openFrom, raiseAlert } from '../../support/first-alert'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askAlerted, rateAndFinish, tell } from '../../support/told'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'THUMB', language: 'khq' }
const facts = ['age_band', 'cercle', 'disability', 'language', 'name', 'phone', 'sex']

test('a man of sixty-eight who cannot walk is treated, equipped, and his file closes with him', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: {},
    answer: { ...yes, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: 'khq', documentStatus: 'HAS_ID' },
    household: { householdRole: 'HOH', householdSize: '3' },
    situation: {
      displacementStatus: 'RET_IDP',
      originCercle: 'ML0901',
      concerns: 'ACC_MED',
      specificNeeds: ['ER-MC', 'DS-PS'],
    },
    functioning: { WG_SEE: '2', WG_HEAR: '2', WG_WALK: '4', WG_REM: '1', WG_SELF: '3', WG_COM: '1' },
    safety: { risk: 'MEDIUM', safeContact: 'CALL_OK', phone: '' },
  }
  const worker = account('SOCIAL_WORKER', { office: 'TBT' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const seen = {
    flowPoint: 'FMP_TBT',
    sex: 'M',
    age: '68',
    ageEstimated: 'on',
    vulnerabilities: ['OLDER_ALONE', 'DISABILITY'],
  }
  const enumerator = await signIn(account('DTM_ENUM', { office: 'TBT' }))
  const alert = await raiseAlert(enumerator, who, { ...seen, urgency: 'URGENT', contactAgreed: 'YES' })
  const code = await openFrom(supervisor, alert, worker)
  const lead = await signIn(worker)
  await askAlerted(lead, code, told)
  await tell(lead, code, told)
  await test.step('the six questions say a disability, by the rule that the page shows', async () => {
    await lead.goto(`/cases/${code}/register/functioning`)
    await expect(lead.locator('main')).toContainText('Situation de handicap')
  })
  await rateAndFinish(lead, code, told)
  for (const [service, quantity] of [
    ['TRANS_LOC', 3],
    ['NFI_KIT', 1],
    ['FOOD_RATION', 1],
    ['MED_REHAB', 1],
  ] as const)
    await gave(lead, code, service, quantity, 'AECID')

  const hospital =
    await test.step('the hospital reads how hard walking is once it has accepted, never before', async () => {
      const wanted = { service: 'MED_HOSP', partner: 'MSF', reason: 'Plaie infectée à la jambe.' }
      const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
      await sendApproved(lead, supervisor, id)
      const msf = await signIn(account('PARTNER_FP', { partner: 'MSF' }))
      expect((await raw(msf, `/inbox/${id}`)).text).not.toContain(who.given)
      await serves(msf, id)
      expect((await raw(msf, `/inbox/${id}`)).text).toContain(who.given)
      await verifyWithPerson(lead, id)
      return id
    })
  await test.step('goals reached together, safety seen, and he knows', async () => {
    await askToClose(lead, code, 'GOALS_MET', {
      evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
      personTold: 'YES',
    })
    expect((await standing(code)).file, 'asking closes nothing').toBe('PENDING_CLOSURE MEDIUM S3 GOALS_MET')
    await close(supervisor, code)
  })
  const stands = await standing(code)
  expect(stands.file).toBe('CLOSED MEDIUM S3 GOALS_MET')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL MSF MED_HOSP GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['MSF MED_HOSP VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(hospital)).toEqual([
    'age_band',
    'cercle',
    'disability',
    'language',
    'name',
    'need',
    'phone',
    'sex',
    'urgency',
  ])
})
