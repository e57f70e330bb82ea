import { account } from '../../support/accounts'
import { answersLater, gave, opens, restrict } from '../../support/file-work'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, sendNow, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const spoken = {
  mode: 'VERBAL_WIT',
  witness: 'Interprète du bureau',
  language: 'ffm',
  caregiver: 'UNREACHABLE',
}
const withJudge = { answer: 'ASSENT', giver: 'AUTHORITY', ...spoken, reason: '' }
const himself = { answer: 'ASSENT', giver: 'SELF', ...spoken, reason: 'CAREGIVER_FAR' }

test('a boy who left an armed group agrees together with the judge, and is counted by his own word', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'AUTHORITY', cercle: 'ML0504', sex: 'M', age: '16', ageBasis: 'EVENT' },
    answer: { ...withJudge, stats: 'NO' },
    identity: { nationalities: 'MLI', languages: 'ffm', documentStatus: 'NO_BIRTH_REG' },
    household: {
      householdRole: 'ALONE',
      householdSize: '1',
      careArrangement: 'CENTRE',
      separationCause: 'RECRUIT',
    },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0703',
      concerns: ['LIB_RECR', 'LIB_DET'],
      specificNeeds: ['CR-AF', 'SC-UC'],
    },
    safety: { risk: 'HIGH', safeContact: 'IN_PERSON', meetingPlace: who.meetingPlace },
  }
  const named = account('SUPERVISOR', { office: 'MOP' })
  const lead = await signIn(account('LAWYER', { office: 'MOP' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await lead.goto(`/cases/${code}/register/safety`)
  await expect(lead.locator('main')).toContainText('Accès restreint proposé')
  await restrict(lead, code, named.name, 'REPRISAL')
  await rateAndFinish(lead, code, told)
  await answersLater(lead, code, { for: 'STATS' }, himself)
  await gave(lead, code, 'LEGAL_DET', 2, 'CERF')
  await gave(lead, code, 'SHEL_SAFE', 14, 'CERF')

  const supervisor = await signIn(named)
  const care = await test.step('the child services take him in the same day', async () => {
    const wanted = {
      service: 'CP_CARE',
      partner: 'DNPEF',
      priority: 'Extrême urgence',
      reason: 'Remis selon le protocole.',
    } as const
    const facts = ['sex', 'age_band', 'cercle', 'language', 'name', 'birth', 'coded_needs']
    const id = await askToRefer(lead, code, { ...wanted, answer: withJudge, facts })
    await sendNow(lead)
    await serves(await signIn(account('PARTNER_FP', { partner: 'DNPEF' })), id)
    await verifyWithPerson(lead, id)
    return id
  })
  await test.step('the school learns who he is, and never where he was', async () => {
    const wanted = {
      service: 'REINT_EDU',
      partner: 'UNICEF',
      priority: 'Normal',
      reason: 'Un apprentissage.',
    } as const
    const facts = ['sex', 'age_band', 'cercle', 'language', 'name', 'meeting_place']
    const id = await askToRefer(lead, code, { ...wanted, answer: withJudge, facts })
    await sendApproved(lead, supervisor, id)
    const unicef = await signIn(account('PARTNER_FP', { partner: 'UNICEF' }))
    await says(unicef, id, 'acknowledge')
    await says(unicef, id, 'accept', { expectedOn: '', note: '' })
    const read = (await raw(unicef, `/inbox/${id}`)).text
    expect(read).toContain(who.given)
    for (const never of ['armé', 'LIB_RECR', 'CR-AF', code]) expect(read).not.toContain(never)
    expect(await leftWith(id)).not.toContain('coded_needs')
  })
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN HIGH S4')
  expect(stands.consents).toEqual([
    'CASE_MGMT ASSENT AUTHORITY CONSENT',
    'STATS ASSENT SELF CONSENT CAREGIVER_FAR',
    'REFERRAL DNPEF CP_CARE ASSENT AUTHORITY CONSENT',
    'REFERRAL UNICEF REINT_EDU ASSENT AUTHORITY CONSENT',
  ])
  expect(stands.referrals).toEqual(['DNPEF CP_CARE VERIFIED', 'UNICEF REINT_EDU ACCEPTED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(care)).toContain('coded_needs')
  expect(await opens(await signIn(account('SUPERVISOR', { office: 'MOP', nth: 1 })), code)).toBe(false)
})
