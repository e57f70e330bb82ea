import { account } from '../../support/accounts'
import { gave } from '../../support/file-work'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { personSaysNo } from '../../support/team'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'khq' }
const base = ['age_band', 'cercle', 'household', 'language', 'name', 'phone', 'sex']

// In Timbuktu: the demonstration's Bamako has no food left to ask for.
test('a mother about to lose her room says that nothing came, and the partner answers again', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'COMMUNITY', cercle: 'ML0605', sex: 'F', age: '34', ageBasis: 'DOC' },
    answer: { ...yes, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: ['khq', 'fra'], documentStatus: 'HAS_ID' },
    household: { householdRole: 'HOH', householdSize: '5' },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0601',
      concerns: ['HLP_EVICT', 'MHP_DIST', 'ACC_BASIC'],
      specificNeeds: ['SP-PT', 'LP-BN'],
    },
    safety: { risk: 'MEDIUM', safeContact: 'CALL_OK', phone: '' },
  }
  const lead = await signIn(account('PSYCHOLOGIST', { office: 'TBT' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await rateAndFinish(lead, code, told)
  await gave(lead, code, 'MHPSS_IND', 5, 'AECID')
  await gave(lead, code, 'NFI_KIT', 1, 'AECID')

  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const room = await test.step('legal help: reported as given, then not confirmed, then given', async () => {
    const wanted = { service: 'LEGAL_HLP', partner: 'NRC', reason: 'Menacée d’expulsion de sa chambre.' }
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts: base })
    await sendApproved(lead, supervisor, id)
    const nrc = await signIn(account('PARTNER_FP', { partner: 'NRC' }))
    await serves(nrc, id)
    await personSaysNo(lead, id)
    const read = (await raw(nrc, `/inbox/${id}`)).text
    expect(read).toContain('Ce service n’est pas confirmé')
    expect(read, 'her words stay with the team').not.toContain('On m’a dit de revenir')
    await says(nrc, id, 'complete', { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' })
    return id
  })
  await test.step('food: declined for lack of stock, by somebody who never learns who asked', async () => {
    const wanted = {
      service: 'FOOD_RATION',
      partner: 'ACTED',
      priority: 'Normal',
      reason: 'Une mère et quatre enfants.',
    } as const
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts: [...base, 'vulnerable'] })
    await sendApproved(lead, supervisor, id)
    const acted = await signIn(account('PARTNER_FP', { partner: 'ACTED' }))
    await says(acted, id, 'acknowledge')
    await says(acted, id, 'decline', { decline: 'NO_CAPACITY', why: '' })
    const left = (await raw(acted, `/inbox/${id}`)).text
    for (const trace of [...traces(who), code]) expect(left).not.toContain(trace)
    await lead.goto(`/referrals/${id}/others`)
    await expect(lead.locator('main')).toContainText('CICR')
  })
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN MEDIUM S3')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL NRC LEGAL_HLP GIVEN SELF CONSENT',
    'REFERRAL ACTED FOOD_RATION GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['NRC LEGAL_HLP COMPLETED', 'ACTED FOOD_RATION DECLINED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(room)).toEqual([
    'age_band',
    'cercle',
    'household',
    'language',
    'name',
    'need',
    'phone',
    'sex',
    'urgency',
  ])
  await lead.goto(`/cases/${code}`)
  await expect(lead.locator('main')).toContainText('Demander à la personne si le NRC a bien aidé')
})
