import { account } from '../../support/accounts'
import { answersLater, gave } from '../../support/file-work'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam' }
const facts = ['age_band', 'cercle', 'language', 'name', 'phone', 'sex']

test('a woman who came back is trained, and does not want her story told', async ({ signIn }) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'RETURN_OP', cercle: 'ML0305', sex: 'F', age: '33', ageBasis: 'DOC' },
    answer: { ...yes, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: 'bam', moreLanguage: 'sénoufo', documentStatus: 'HAS_ID' },
    household: { householdRole: 'CHILD', householdSize: '5' },
    situation: {
      displacementStatus: 'VOL_RET',
      originCercle: 'ABROAD',
      concerns: 'STR_REINT',
      specificNeeds: 'LP-LS',
    },
    safety: { risk: 'LOW', safeContact: 'CALL_OK', phone: '' },
  }
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await rateAndFinish(lead, code, told)
  for (const [service, quantity] of [
    ['RETURN_REC', 1],
    ['COUN_IND', 2],
    ['REINT_IGA', 1],
    ['REINT_MON', 1],
  ] as const)
    await gave(lead, code, service, quantity, 'OWN')
  const training = await test.step('she learns to make soap', async () => {
    const wanted = {
      service: 'REINT_TRAIN',
      partner: 'ACTED',
      priority: 'Normal',
      reason: 'Formation à la saponification.',
    } as const
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
    await sendApproved(lead, await signIn(account('SUPERVISOR', { office: 'BKO' })), id)
    const acted = await signIn(account('PARTNER_FP', { partner: 'ACTED' }))
    await serves(acted, id)
    expect((await raw(acted, `/inbox/${id}`)).text).toContain(who.phone)
    await verifyWithPerson(lead, id)
    return id
  })
  await test.step('asked about her picture and her story, she says no; the help goes on', async () => {
    await answersLater(lead, code, { for: 'PHOTO_STORY' }, { answer: 'REFUSED', giver: 'SELF' })
    await lead.goto(`/cases/${code}/consents`)
    await expect(lead.getByRole('row').filter({ hasText: 'Photo ou témoignage' })).toContainText(
      'Non de la personne',
    )
  })
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN LOW S3')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL ACTED REINT_TRAIN GIVEN SELF CONSENT',
    'PHOTO_STORY REFUSED SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['ACTED REINT_TRAIN VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(training)).toEqual([...facts, 'need', 'urgency'].sort())
})
