import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { ledCase } from '@/lib/testing/factories/led-case'
import { mergedFiles, twoTeams } from '@/lib/testing/factories/two-files'
import { reading } from '@/lib/testing/reading'
import { downloadCalendar } from './download-calendar'
import { viewCalendar } from './view-calendar'

/** An appointment of Wednesday at nine, as it stands once it was booked. */
const booked = (caseId: string, by: SignedIn, kind: string | null = 'MEDICAL') =>
  root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, compartment, wrapped)
      select gen_random_uuid(), 'CASE', c.id, c.office_id, c.sensitivity, 'TEAM', '\\x00' from app.cases c
      where c.id = ${caseId} and not exists (select from vault.keys k where k.case_id = c.id and k.compartment = 'TEAM')`
    await tx`insert into app.appointments (id, case_id, office_id, sensitivity, kind, starts_at, booked_by, key_id, words)
      select gen_random_uuid(), c.id, c.office_id, c.sensitivity, ${kind}, '2014-07-02 09:00Z', ${by.id}, k.id, '\\x01'
      from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' and k.scope = 'CASE' where c.id = ${caseId}`
  })

/** The appointments of the week, as the page names them. */
const weekOf = async (who: SignedIn) => {
  const { view } = await reading(who, (ctx) => viewCalendar(ctx, {}))
  return [...view.byDay.values(), view.late].flat().filter(({ limit }) => !limit)
}
const codesOf = async (who: SignedIn) => {
  const { view } = await reading(who, (ctx) => viewCalendar(ctx, {}))
  return [...view.byDay.values(), view.late].flat().map(({ code }) => code)
}
const fileOf = async (who: SignedIn): Promise<string> => {
  const found = await reading(who, (ctx) => downloadCalendar.load(ctx, {}))
  return 'view' in found ? String(found.view.body) : ''
}
const hoursIn = (file: string) => file.match(/BEGIN:VEVENT/g)?.length ?? 0

describe('a file that points at another', () => {
  let teams: Awaited<ReturnType<typeof twoTeams>>
  let files: Awaited<ReturnType<typeof mergedFiles>>
  beforeAll(async () => {
    teams = await twoTeams()
    files = await mergedFiles(teams)
    await booked(files.fresh.id, teams.other)
    await booked(files.known.id, teams.lead, 'VISIT')
  })

  test('brings its appointments under the code of the one it points at, once each, in the week and in the file', async () => {
    const week = await weekOf(teams.lead)
    expect(week.map(({ code }) => code)).toEqual([files.known.code, files.known.code])
    expect(hoursIn(await fileOf(teams.lead))).toBe(2)
  })

  test('stands in no calendar under its own code, and the file names neither of the two', async () => {
    for (const who of [teams.lead, teams.other, teams.supervisor, teams.farLead])
      expect(await codesOf(who)).not.toContain(files.fresh.code)
    expect(hoursIn(await fileOf(teams.farLead))).toBe(0)
    const file = await fileOf(teams.lead)
    for (const trace of [files.known.code, files.fresh.code, 'Ouologuem', 'MEDICAL', 'VISIT', 'médical'])
      expect(file).not.toContain(trace)
  })
})

describe('a restricted case', () => {
  let lead: SignedIn
  let member: SignedIn
  let colleague: SignedIn
  let named: SignedIn
  let supervisor: SignedIn
  let code: string
  beforeAll(async () => {
    lead = await signedIn('SOCIAL_WORKER', 'TBT')
    member = await signedIn('LAWYER', 'TBT')
    colleague = await signedIn('SOCIAL_WORKER', 'TBT')
    named = await signedIn('SUPERVISOR', 'TBT')
    supervisor = await signedIn('SUPERVISOR', 'TBT')
    const one = await ledCase(lead, named, { sensitivity: 'S4', members: [member] })
    code = one.code
    await booked(one.id, lead)
  })

  test('says to its team that there is an appointment, and not which', async () => {
    for (const who of [lead, member]) {
      const week = await weekOf(who)
      expect(week.map(({ code }) => code)).toEqual([code])
      expect(week[0]?.words).not.toMatch(/m[ée]dical/i)
      expect(hoursIn(await fileOf(who))).toBe(1)
    }
  })

  test('does not exist in the week or the file of anybody else, a supervisor who is not named among them', async () => {
    for (const who of [colleague, supervisor]) expect(await codesOf(who)).not.toContain(code)
    expect(hoursIn(await fileOf(colleague))).toBe(0)
  })

  test('leaves no trace in the file: no code, no kind, no place', async () => {
    const file = await fileOf(lead)
    for (const trace of [code, 'MEDICAL', 'médical', 'TBT', 'Tombouctou']) expect(file).not.toContain(trace)
  })
})
