import { account } from '../../support/accounts'
import { askToClose, close } from '../../support/ending'
import { gave } from '../../support/file-work'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'THUMB', language: 'taq' }
const facts = [
  'age_band',
  'birth',
  'cercle',
  'documents',
  'household',
  'language',
  'meeting_place',
  'name',
  'nationality',
  'sex',
]

test('a mother back from exile gets birth judgments for her children, and her file closes', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'OUTREACH', cercle: 'ML0602', sex: 'F', age: '41', ageBasis: 'DOC' },
    answer: { ...yes, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: ['taq', 'mey'], documentStatus: 'DESTROYED' },
    household: { householdRole: 'HOH', householdSize: '4' },
    situation: {
      displacementStatus: 'RET_REF',
      originCercle: 'ML0602',
      concerns: 'DOC_CIVIL',
      specificNeeds: ['LP-ND', 'WR-HR'],
    },
    safety: {
      risk: 'LOW',
      safeContact: 'VIA_TRUSTED',
      contactDetail: who.detail,
      meetingPlace: who.meetingPlace,
    },
  }
  const lead = await signIn(account('LAWYER', { office: 'TBT' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await rateAndFinish(lead, code, told)
  await gave(lead, code, 'LEGAL_COUN', 2, 'AECID')
  await gave(lead, code, 'TRANS_LOC', 2, 'AECID')
  const papers = await test.step('three birth certificates by judgment', async () => {
    const wanted = {
      service: 'LEGAL_DOC',
      partner: 'NRC',
      priority: 'Normal',
      reason: 'État civil brûlé, trois jugements.',
    } as const
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
    await sendApproved(lead, supervisor, id)
    const nrc = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
    await serves(nrc, id)
    expect((await raw(nrc, `/inbox/${id}`)).text, 'how to reach her was not ticked').not.toContain(who.detail)
    await verifyWithPerson(lead, id)
    return id
  })
  await askToClose(lead, code, 'GOALS_MET', {
    evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
    personTold: 'YES',
  })
  await close(supervisor, code)
  const stands = await standing(code)
  expect(stands.file).toBe('CLOSED LOW S3 GOALS_MET')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL NRC LEGAL_DOC GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['NRC LEGAL_DOC VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(papers)).toEqual([...facts, 'need', 'urgency'].sort())
})
