import { account } from '../../support/accounts'
import { askToClose, close } from '../../support/ending'
import { answersLater, confirmsThemselves, gave, opens } from '../../support/file-work'
import { openFrom, raiseAlert } from '../../support/first-alert'
import { newcomer } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askAlerted, rateAndFinish, tell } from '../../support/told'

const spoken = { mode: 'VERBAL_WIT', witness: 'Interprète du bureau', language: 'ses' }
const alone = { answer: 'ASSENT', giver: 'SELF', ...spoken, reason: 'UNREACHABLE', caregiver: 'UNREACHABLE' }
const withMother = { answer: 'ASSENT', giver: 'PARENT', ...spoken, reason: '', caregiver: 'PRESENT_SAFE' }
const base = ['age_band', 'birth', 'language', 'name', 'safe_contact', 'separation', 'sex']

test('a boy of fourteen alone is kept safe on his best interests, until his mother is found and answers', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: {},
    answer: { ...alone, stats: 'NO' },
    identity: {
      nationalities: 'MLI',
      languages: ['ses', 'bam'],
      documentStatus: 'LOST',
      motherName: 'Zeïnabou',
    },
    household: {
      householdRole: 'ALONE',
      householdSize: '1',
      careArrangement: 'FOSTER',
      separationCause: 'CONFLICT',
    },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0703',
      concerns: ['FAM_SEP', 'MHP_DIST'],
      specificNeeds: ['SC-UC', 'FU-TR'],
    },
    safety: { risk: 'HIGH', safeContact: 'IN_PERSON', meetingPlace: who.meetingPlace },
  }
  const worker = account('SOCIAL_WORKER', { office: 'BKO' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const enumerator = await signIn(account('DTM_ENUM', { office: 'BKO' }))
  const seen = { flowPoint: 'FMP_BKO', sex: 'M', age: '14', vulnerabilities: 'CHILD_ALONE' }
  const alert = await raiseAlert(enumerator, who, { ...seen, urgency: 'EMERGENCY', contactAgreed: 'YES' })
  const code = await openFrom(supervisor, alert, worker)
  const lead = await signIn(worker)

  await test.step('he answers himself, nobody can be asked for him, and a supervisor puts their word to it', async () => {
    await askAlerted(lead, code, told)
    await confirmsThemselves(supervisor, code)
    await tell(lead, code, told)
    await lead.goto(`/cases/${code}/register/safety`)
    await expect(lead.locator('main')).toContainText('Les codes proposent : risque Élevé')
    await rateAndFinish(lead, code, told)
  })
  await gave(lead, code, 'MHPSS_PFA', 1, 'CERF')
  await gave(lead, code, 'SHEL_HOST', 38, 'CERF')
  expect((await standing(code)).figures, 'nobody could agree for him').toEqual(['LEFT_OUT'])

  const refer = (service: string, partner: string, facts: string[]) => {
    const priority = service === 'CP_CARE' ? 'Extrême urgence' : 'Urgent'
    const asked = { service, partner, priority, reason: 'Seul, sa mère est cherchée.' } as const
    return askToRefer(lead, code, { ...asked, answer: alone, facts })
  }
  await test.step('nothing about him leaves before the supervisor’s own word, not even in an emergency', async () => {
    const id = await refer('CP_CARE', 'UNICEF', [...base, 'cercle', 'meeting_place', 'coded_needs'])
    await lead.getByRole('link', { name: 'Extrême urgence : envoyer maintenant' }).click()
    await expect(lead.locator('main')).toContainText('rien ne part avant')
    await lead.getByRole('link', { name: 'Demander plutôt la validation' }).click()
    const unicef = await signIn(account('PARTNER_FP', { partner: 'UNICEF' }))
    expect((await raw(unicef, `/inbox/${id}`)).status).toBe(404)
    await sendApproved(lead, supervisor, id, { own: true })
    await serves(unicef, id)
    expect((await raw(unicef, `/inbox/${id}`)).text).toContain(who.given)
    await verifyWithPerson(lead, id)
    expect((await raw(unicef, `/inbox/${id}`)).text).not.toContain(who.given)
  })
  await test.step('his mother is looked for with what he agreed to, and no more', async () => {
    const id = await refer('FTR_TRACE', 'CICR', [...base, 'mother_name', 'origin'])
    await sendApproved(lead, supervisor, id, { own: true })
    expect(await leftWith(id)).not.toContain('meeting_place')
    await serves(await signIn(account('PARTNER_FP', { partner: 'ICRC' })), id)
    await verifyWithPerson(lead, id)
  })
  await test.step('she is found, and answers with him: for the file, and to be counted', async () => {
    await answersLater(lead, code, { for: 'CASE_MGMT' }, withMother)
    await answersLater(lead, code, { for: 'STATS' }, withMother)
    await gave(lead, code, 'TRANS_ONW', 1, 'CERF')
  })
  await test.step('after two visits, seen alone, he is with his own: the file closes', async () => {
    const evidence = ['TWO_VISITS_AFTER_REUNIFICATION', 'CHILD_SEEN_ALONE']
    await askToClose(lead, code, 'REUNIFIED', { evidence, personTold: 'YES' })
    await close(supervisor, code)
  })
  const stands = await standing(code)
  expect(stands.file).toBe('CLOSED HIGH S3 REUNIFIED')
  expect(stands.consents).toEqual([
    'CASE_MGMT ASSENT SELF BEST_INTERESTS UNREACHABLE confirmed',
    'REFERRAL UNICEF CP_CARE ASSENT SELF BEST_INTERESTS UNREACHABLE confirmed',
    'TRACING ICRC FTR_TRACE ASSENT SELF BEST_INTERESTS UNREACHABLE confirmed',
    'CASE_MGMT ASSENT PARENT CONSENT',
    'STATS ASSENT PARENT CONSENT',
  ])
  expect(stands.referrals).toEqual(['UNICEF CP_CARE VERIFIED', 'ICRC FTR_TRACE VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await opens(enumerator, code), 'whoever raised the alert never opens the file').toBe(false)
})
