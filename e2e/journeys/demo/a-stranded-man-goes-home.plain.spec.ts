import { account } from '../../support/accounts'
import { askToClose, close } from '../../support/ending'
import { fillIn } from '../../support/fields'
import { answersLater, gave } from '../../support/file-work'
import { openFrom, raiseAlert } from '../../support/first-alert'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendApproved, serves } from '../../support/sharing'
import { standing } from '../../support/standing'
import { expect, test } from '../../support/test'
import { askAlerted, rateAndFinish, tell } from '../../support/told'

const yes = {
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'VERBAL_WIT',
  witness: 'Interprète du bureau',
  language: 'fra',
}

test('a man robbed on the road is treated, says that money was asked, and goes home as he chose', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: {},
    answer: { ...yes, stats: 'YES' },
    identity: {
      nationalities: [],
      moreNationality: 'guin',
      languages: 'fra',
      moreLanguage: 'pular',
      documentStatus: 'CONFISCATED',
    },
    household: { householdRole: 'ALONE', householdSize: '1' },
    situation: {
      displacementStatus: 'STRANDED',
      originCercle: 'ABROAD',
      concerns: ['STR_STUCK', 'EXPL_EXTORT', 'VIOL_PHYS'],
      specificNeeds: ['LP-ND', 'LP-BN'],
    },
    safety: { risk: 'MEDIUM', safeContact: 'CALL_TIMES', contactDetail: who.detail, phone: '' },
  }
  const worker = account('SOCIAL_WORKER', { office: 'GAO' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const seen = {
    flowPoint: 'FMP_GAO_PK',
    sex: 'M',
    age: '27',
    nationality: 'GIN',
    vulnerabilities: ['INJURED_OR_ILL', 'NO_SHELTER'],
  }
  const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO' }))
  const alert = await raiseAlert(enumerator, who, { ...seen, urgency: 'URGENT', contactAgreed: 'YES' })
  const code = await openFrom(supervisor, alert, worker)
  const lead = await signIn(worker)
  await askAlerted(lead, code, told)
  await tell(lead, code, told)
  await rateAndFinish(lead, code, told)
  for (const [service, quantity] of [
    ['SHEL_NIGHT', 6],
    ['FOOD_HOT', 18],
    ['FTR_CALL', 1],
    ['TRANS_ONW', 1],
  ] as const)
    await gave(lead, code, service, quantity, 'OFDA')

  await test.step('he was treated, and money was asked of him: the supervisor hears it, the centre never reads it', async () => {
    const wanted = { service: 'MED_CONS', partner: 'CSCom', reason: 'Blessé sur la route.' }
    const facts = ['sex', 'age_band', 'cercle', 'language']
    const id = await askToRefer(lead, code, { ...wanted, answer: yes, facts })
    await sendApproved(lead, supervisor, id)
    const cscom = await signIn(account('PARTNER_FP', { partner: 'CSCOM' }))
    await serves(cscom, id)
    await lead.goto(`/referrals/${id}/verify`)
    await fillIn(lead, {
      received: 'YES',
      satisfied: 'PARTLY',
      harm: 'MONEY_ASKED',
      harmWords: 'Deux mille francs pour le pansement.',
    })
    await lead.getByRole('button', { name: 'Enregistrer sa réponse' }).click()
    await expect(lead.getByRole('status')).toContainText('Vérification enregistrée')
    const read = (await raw(cscom, `/inbox/${id}`)).text
    for (const never of ['Deux mille', 'Argent', 'préjudice', who.given]) expect(read).not.toContain(never)
    await supervisor.goto(`/referrals/${id}`)
    await expect(supervisor.locator('main')).toContainText('Argent ou cadeau demandé')
    await supervisor.getByLabel('Autre service trouvé').check()
    await supervisor.getByRole('button', { name: 'Dire ce qui a été fait' }).click()
  })
  await test.step('he says yes to the journey himself; an agency without an agreement is offered no referral', async () => {
    await answersLater(lead, code, { for: 'RETURN' }, yes)
    await lead.goto(`/cases/${code}/refer`)
    await expect(lead.locator('option[value=MED_CONS]')).toHaveCount(1)
    await expect(lead.locator('option[value=RETURN_REC]')).toHaveCount(0)
    await gave(lead, code, 'RETURN_PRE', 1, 'OFDA')
  })
  await test.step('he arrived, was heard a week later, and the file closes', async () => {
    await askToClose(lead, code, 'REPATRIATED', {
      evidence: ['ARRIVAL_CONFIRMED', 'CONTACT_AFTER_7_DAYS'],
      personTold: 'YES',
    })
    await close(supervisor, code)
  })
  const stands = await standing(code)
  expect(stands.file).toBe('CLOSED MEDIUM S3 REPATRIATED')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL CSCOM MED_CONS GIVEN SELF CONSENT',
    'RETURN GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['CSCOM MED_CONS VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
})
