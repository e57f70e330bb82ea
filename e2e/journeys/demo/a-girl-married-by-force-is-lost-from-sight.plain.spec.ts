import { account } from '../../support/accounts'
import { askToClose } from '../../support/ending'
import { answersLater, gave, opens, restrict } from '../../support/file-work'
import { openFrom, raiseAlert } from '../../support/first-alert'
import { longAgo, tried } from '../../support/lost'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askAlerted, rateAndFinish, tell } from '../../support/told'

const spoken = { mode: 'VERBAL_WIT', witness: 'Sage-femme', language: 'ffm', caregiver: 'UNSAFE' }
const alone = { answer: 'ASSENT', giver: 'SELF', ...spoken, reason: 'MARRIED_PARENT' }
const base = ['age_band', 'cercle', 'language', 'sex']

test('a girl of sixteen married by force answers alone; when she is lost from sight the closing waits', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: {},
    answer: { ...alone, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: ['ffm', 'fra'], documentStatus: 'NO_BIRTH_REG' },
    household: { householdRole: 'SPOUSE', householdSize: '2', careArrangement: 'UNREL' },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0601',
      concerns: ['VIOL_GBV', 'ACC_MED'],
      specificNeeds: ['CR-CS', 'CR-TP', 'SM-DP'],
    },
    safety: {
      gbvType: 'FORCED_MARR',
      risk: 'HIGH',
      safeContact: 'NEVER_HOME',
      meetingPlace: who.meetingPlace,
    },
  }
  const [named, worker] = [
    account('SUPERVISOR', { office: 'MOP', nth: 1 }),
    account('SOCIAL_WORKER', { office: 'MOP' }),
  ]
  const supervisor = await signIn(named)
  const seen = { flowPoint: 'FMP_MOP', sex: 'F', age: '16', vulnerabilities: ['PREGNANT_OR_NURSING'] }
  const enumerator = await signIn(account('DTM_ENUM', { office: 'MOP' }))
  const alert = await raiseAlert(enumerator, who, { ...seen, urgency: 'URGENT', contactAgreed: 'YES' })
  const code = await openFrom(supervisor, alert, worker)
  const lead = await signIn(worker)
  await askAlerted(lead, code, told)
  await tell(lead, code, told)
  await restrict(lead, code, named.name, 'SENSITIVE')
  await rateAndFinish(lead, code, told)
  await gave(lead, code, 'COUN_IND', 2, 'CERF')
  await gave(lead, code, 'TRANS_LOC', 1, 'CERF')

  await test.step('antenatal care, confirmed by her', async () => {
    const wanted = { service: 'MED_CONS', partner: 'CSRéf', reason: 'Première consultation prénatale.' }
    const id = await askToRefer(lead, code, { ...wanted, answer: alone, facts: [...base, 'coded_needs'] })
    await sendApproved(lead, supervisor, id)
    await serves(await signIn(account('PARTNER_FP', { partner: 'CSREF' })), id)
    await verifyWithPerson(lead, id)
  })
  await test.step('she says no to the authorities, and nothing can go there', async () => {
    const no = { answer: 'REFUSED', giver: 'SELF', reason: '', service: 'CP_CARE' }
    await answersLater(lead, code, { for: 'REFERRAL', partner: 'DNPEF' }, no)
    const dnpef = await signIn(account('PARTNER_FP', { partner: 'DNPEF' }))
    for (const trace of [...traces(who), code]) expect((await raw(dnpef, '/inbox')).text).not.toContain(trace)
  })
  await test.step('a class is ready for her; she does not come', async () => {
    const wanted = {
      service: 'REINT_EDU',
      partner: 'Save the Children',
      priority: 'Normal',
      reason: 'Une classe passerelle.',
    } as const
    const id = await askToRefer(lead, code, {
      ...wanted,
      answer: alone,
      facts: [...base, 'meeting_place'],
      place: who.meetingPlace,
    })
    await sendApproved(lead, supervisor, id)
    const save = await signIn(account('PARTNER_FP', { partner: 'SAVE' }))
    await says(save, id, 'acknowledge')
    await says(save, id, 'accept')
    await says(save, id, 'not-accessed', { absence: 'DID_NOT_COME', why: '' })
    expect(await leftWith(id)).not.toContain('name')
  })
  await test.step('nobody reaches her: the team asks to close, says why, and leaves the door open', async () => {
    await longAgo(code)
    await tried(lead, code, ['Lieu convenu', 'Pas venu(e), ou absent(e)', '2/6/2014'])
    await tried(lead, code, [
      'Personne de confiance',
      'La personne de confiance est sans nouvelles',
      '12/6/2014',
    ])
    await tried(lead, code, ['Lieu convenu', 'Pas venu(e), ou absent(e)', '26/6/2014'])
    const evidence = ['THREE_ATTEMPTS_TWO_WAYS_30_DAYS']
    await askToClose(lead, code, 'LOST_CONTACT', {
      evidence,
      checklist: ['GOALS', 'COME_BACK'],
      personTold: 'NOT_REACHED',
      left: 'NOT_REACHED',
      words: 'Trois rendez-vous manqués, aucun téléphone sûr. La porte reste ouverte.',
    })
    await supervisor.goto(`/cases/${code}/close`)
    await expect(supervisor.locator('main')).toContainText('Lisez le risque avant de décider')
    await supervisor.getByRole('button', { name: 'Clore' }).click()
    await expect(supervisor.getByRole('alert')).toContainText('Lisez le risque')
  })
  const stands = await standing(code)
  expect(stands.file, 'it waits for the one supervisor named').toBe('PENDING_CLOSURE HIGH S4 LOST_CONTACT')
  expect(stands.consents).toEqual([
    'CASE_MGMT ASSENT SELF CONSENT MARRIED_PARENT',
    'STATS ASSENT SELF CONSENT MARRIED_PARENT',
    'REFERRAL CSREF MED_CONS ASSENT SELF CONSENT MARRIED_PARENT',
    'REFERRAL DNPEF CP_CARE REFUSED SELF CONSENT',
    'REFERRAL SAVE REINT_EDU ASSENT SELF CONSENT MARRIED_PARENT',
  ])
  expect(stands.referrals).toEqual(['CSREF MED_CONS VERIFIED', 'SAVE REINT_EDU NOT_ACCESSED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await opens(await signIn(account('SUPERVISOR', { office: 'MOP' })), code)).toBe(false)
})
