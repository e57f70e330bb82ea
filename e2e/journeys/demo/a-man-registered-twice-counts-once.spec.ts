import { account } from '../../support/accounts'
import { answersLater, gave } from '../../support/file-work'
import { openFrom, raiseAlert } from '../../support/first-alert'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, serves } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { verifyWithPerson } from '../../support/team'
import { expect, test } from '../../support/test'
import { askAlerted, askFirst, rateAndFinish, tell } from '../../support/told'

const yes = {
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'VERBAL_WIT',
  witness: 'Interprète du bureau',
  language: 'ses',
}
const base = ['age_band', 'cercle', 'language', 'sex']

test('a man registered twice under two spellings is one person, and the state never learns where he lives', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = { ...newcomer(), given: 'Alassane' }
  const told = {
    who,
    met: { source: 'WALKIN', cercle: 'ML0701', sex: 'M', age: '52', ageBasis: 'ESTIMATE' },
    answer: { ...yes, stats: 'YES' },
    identity: { nationalities: 'MLI', languages: 'ses', documentStatus: 'LOST', motherName: 'Nafissatou' },
    household: { householdRole: 'HOH', householdSize: '4' },
    situation: {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      concerns: ['ACC_MED', 'LIB_MOVE'],
      specificNeeds: 'SM-CI',
    },
    safety: { risk: 'MEDIUM', safeContact: 'NONE', withholdFrom: 'AUTHORITIES', withholdReason: 'AUTHORITY' },
  }
  const worker = account('SOCIAL_WORKER', { office: 'GAO' })
  const lead = await signIn(worker)
  const supervisor = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await rateAndFinish(lead, code, told)
  await lead.goto(`/cases/${code}`)
  await expect(lead.locator('main')).toContainText('Ne rien dire aux autorités')
  for (const [service, quantity] of [
    ['COUN_INFO', 1],
    ['MED_DRUG', 18_000],
    ['NFI_HYG', 1],
  ] as const)
    await gave(lead, code, service, quantity, 'OFDA')
  await test.step('he says no to the social services, for every service', () =>
    answersLater(lead, code, { for: 'REFERRAL', partner: 'DNDS' }, { answer: 'REFUSED', giver: 'SELF' }))

  const care = { service: 'MED_CONS', reason: 'Traitement du diabète interrompu.', answer: yes }
  await test.step('a first clinic declines: he lives outside its area', async () => {
    const id = await askToRefer(lead, code, { ...care, partner: 'MSF', facts: base })
    await sendApproved(lead, supervisor, id)
    const msf = await signIn(account('PARTNER_FP', { partner: 'MSF' }))
    await says(msf, id, 'acknowledge')
    await says(msf, id, 'decline', { decline: 'OUT_OF_AREA', why: '' })
    const left = (await raw(msf, `/inbox/${id}`)).text
    for (const trace of [...traces(who), code]) expect(left).not.toContain(trace)
  })
  const health = await test.step('the health centre treats him', async () => {
    const id = await askToRefer(lead, code, { ...care, partner: 'CSCom', facts: [...base, 'coded_needs'] })
    await sendApproved(lead, supervisor, id)
    await serves(await signIn(account('PARTNER_FP', { partner: 'CSCOM' })), id)
    await verifyWithPerson(lead, id)
    return id
  })
  const again =
    await test.step('a flow point had met him under another spelling: the same person, said by two', async () => {
      const other = { ...told, who: { ...who, given: 'Lassana' }, met: {} }
      const seen = {
        flowPoint: 'FMP_GAO_PK',
        sex: 'M',
        age: '52',
        ageEstimated: 'on',
        vulnerabilities: 'INJURED_OR_ILL',
      }
      const enumerator = await signIn(account('DTM_ENUM', { office: 'GAO' }))
      const alert = await raiseAlert(enumerator, other.who, {
        ...seen,
        urgency: 'NORMAL',
        contactAgreed: 'YES',
      })
      const found = await openFrom(supervisor, alert, worker)
      await askAlerted(lead, found, other)
      await tell(lead, found, other)
      await lead.goto(`/cases/${found}/same`)
      await expect(lead.locator('main')).toContainText('Déjà connue')
      await lead.getByLabel('C’est la même personne').check()
      await lead.getByRole('button', { name: 'Continuer', exact: true }).click()
      await expect(lead.getByRole('status')).toContainText('Une deuxième personne le confirme')
      expect((await standing(found)).file, 'one word merges nothing').toContain('DRAFT')
      await supervisor.goto(`/cases/${found}/same`)
      await supervisor.getByRole('button', { name: 'C’est la même personne' }).click()
      await expect(supervisor.getByRole('status')).toContainText('Seul le dossier connu compte')
      return found
    })
  const [stands, pointer] = [await standing(code), await standing(again)]
  expect(stands.file).toBe('OPEN MEDIUM S3')
  expect(stands.consents).toEqual([
    'CASE_MGMT GIVEN SELF CONSENT',
    'STATS GIVEN SELF CONSENT',
    'REFERRAL DNDS REFUSED SELF CONSENT',
    'REFERRAL MSF MED_CONS GIVEN SELF CONSENT',
    'REFERRAL CSCOM MED_CONS GIVEN SELF CONSENT',
  ])
  expect(stands.referrals).toEqual(['MSF MED_CONS DECLINED', 'CSCOM MED_CONS VERIFIED'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(pointer.file).toMatch(/^DUPLICATE/)
  expect(pointer.figures, 'he counts once').toEqual([])
  expect(await leftWith(health)).toEqual([
    'age_band',
    'cercle',
    'coded_needs',
    'language',
    'need',
    'sex',
    'urgency',
  ])
})
