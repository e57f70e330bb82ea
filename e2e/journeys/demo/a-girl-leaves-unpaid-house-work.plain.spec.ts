import { account } from '../../support/accounts'
import { maintaining } from '../../support/database'
import { gave, opens, restrict } from '../../support/file-work'
import { newcomer, traces } from '../../support/people'
import { raw } from '../../support/post'
import { askToRefer, says, sendApproved, sendNow } from '../../support/sharing'
import { leftWith, standing } from '../../support/standing'
import { expect, test } from '../../support/test'
import { askFirst, rateAndFinish, tell } from '../../support/told'

const alone = {
  answer: 'ASSENT',
  giver: 'SELF',
  mode: 'VERBAL_WIT',
  witness: 'Interprète du bureau',
  language: 'dyu',
  reason: 'ASKING_ENDANGERS',
  caregiver: 'UNSAFE',
}

test('a girl of seventeen kept as an unpaid worker answers alone, and a partner’s silence is seen', async ({
  signIn,
}) => {
  test.setTimeout(180_000)
  const who = newcomer()
  const told = {
    who,
    met: { source: 'HOTLINE', cercle: 'ML0901', sex: 'F', age: '17', ageBasis: 'STATED' },
    answer: { ...alone, stats: 'YES' },
    identity: {
      nationalities: [],
      moreNationality: 'ivoir',
      languages: 'fra',
      moreLanguage: 'dioula',
      documentStatus: 'CONFISCATED',
    },
    household: {
      householdRole: 'FOSTERED',
      householdSize: '6',
      careArrangement: 'UNREL',
      separationCause: 'ENTRUST',
    },
    situation: {
      displacementStatus: 'STRANDED',
      originCercle: 'ABROAD',
      concerns: 'EXPL_TIP',
      specificNeeds: ['CR-LW', 'SC-SC'],
    },
    safety: { risk: 'HIGH', safeContact: 'NEVER_HOME', meetingPlace: who.meetingPlace },
  }
  const named = account('SUPERVISOR', { office: 'BKO', nth: 1 })
  const lead = await signIn(account('LAWYER', { office: 'BKO' }))
  const code = await askFirst(lead, told)
  await tell(lead, code, told)
  await lead.goto(`/cases/${code}/register/safety`)
  await expect(lead.locator('main')).toContainText('Accès restreint proposé')
  await restrict(lead, code, named.name, 'REPRISAL')
  await rateAndFinish(lead, code, told)
  for (const service of ['LEGAL_COUN', 'MHPSS_PFA', 'NFI_CLOTH']) await gave(lead, code, service, 1, 'CERF')

  const supervisor = await signIn(named)
  await test.step('a safe shelter takes her in at once', async () => {
    const wanted = {
      service: 'SHEL_SAFE',
      partner: 'DNPEF',
      priority: 'Extrême urgence',
      reason: 'Un lieu sûr ce soir.',
    } as const
    const facts = ['sex', 'age_band', 'cercle', 'language', 'safe_contact', 'coded_needs']
    const id = await askToRefer(lead, code, { ...wanted, answer: alone, facts })
    await sendNow(lead)
    const dnpef = await signIn(account('PARTNER_FP', { partner: 'DNPEF' }))
    await says(dnpef, id, 'acknowledge')
    await says(dnpef, id, 'accept', { expectedOn: '', note: '' })
    await says(dnpef, id, 'begin')
    const read = (await raw(dnpef, `/inbox/${id}`)).text
    for (const trace of [who.given, who.family, code]) expect(read).not.toContain(trace)
  })
  const silent =
    await test.step('another partner does not answer: her own supervisor sees it, nobody else', async () => {
      const wanted = {
        service: 'MHPSS_REC',
        partner: 'Save the Children',
        reason: 'Des activités près du refuge.',
      }
      const facts = ['sex', 'age_band', 'cercle', 'language']
      const id = await askToRefer(lead, code, { ...wanted, answer: alone, facts })
      await sendApproved(lead, supervisor, id)
      await maintaining(
        (tx) =>
          tx`update app.referrals set due_at = clock.casework_now() - interval '4 days' where id = ${id}`,
      )
      expect((await raw(supervisor, '/queue?kind=silent')).text).toContain(id)
      const other = await signIn(account('SUPERVISOR', { office: 'BKO' }))
      expect((await raw(other, '/queue?kind=silent')).text).not.toContain(id)
      expect(await opens(other, code)).toBe(false)
      const save = await signIn(account('PARTNER_FP', { partner: 'SAVE' }))
      const read = (await raw(save, `/inbox/${id}`)).text
      for (const trace of [...traces(who), code]) expect(read).not.toContain(trace)
      return id
    })
  const stands = await standing(code)
  expect(stands.file).toBe('OPEN HIGH S4')
  expect(stands.consents).toEqual([
    'CASE_MGMT ASSENT SELF CONSENT ASKING_ENDANGERS',
    'STATS ASSENT SELF CONSENT ASKING_ENDANGERS',
    'REFERRAL DNPEF SHEL_SAFE ASSENT SELF CONSENT ASKING_ENDANGERS',
    'REFERRAL SAVE MHPSS_REC ASSENT SELF CONSENT ASKING_ENDANGERS',
  ])
  expect(stands.referrals).toEqual(['DNPEF SHEL_SAFE IN_PROGRESS', 'SAVE MHPSS_REC SENT'])
  expect(stands.figures).toEqual(['ACTIVE', 'NEW', 'REFERRED'])
  expect(await leftWith(silent)).toEqual(['age_band', 'cercle', 'language', 'need', 'sex', 'urgency'])
})
