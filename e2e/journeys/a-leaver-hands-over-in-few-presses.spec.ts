import { randomUUID } from 'node:crypto'
import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { onwards, post } from '../support/post'
import { Presses } from '../support/presses'
import { expect, type Page, test } from '../support/test'

const NAME = 'Oumar Tembely'

/** A colleague who leaves soon, in Timbuktu. */
const aLeaver = () =>
  maintaining(async (tx) => {
    const id = randomUUID()
    await tx`insert into access.users (id, email, name, role) values (${id}, ${`${id}@relais.example`}, ${NAME}, 'LAWYER')`
    await tx`insert into access.user_offices values (${id}, 'TBT')`
    return id
  })

type Quiet = { code: string; version: number }
/** Open cases with nothing under way that any other story waits for. */
const quietOnes = () =>
  maintaining(
    (tx) => tx<
      Quiet[]
    >`select c.code, c.version from app.cases c where c.office_id = 'TBT' and c.sensitivity = 'S3'
      and c.state = 'OPEN' and c.opened_at < '2014-06-20' and not exists (select from app.referrals r where r.case_id = c.id
        and r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'CANCELLED', 'DECLINED', 'CONSENT_WITHDRAWN'))
      order by c.code limit 3`,
  )

const given = (page: Page, codes: readonly Quiet[], to: string) =>
  post(page, '/api/v1/cases/hand-over', {
    moves: codes.map(({ code, version }) => `${code}~${version}~${to}`),
  })

const momentNow = () =>
  maintaining(async (tx) => {
    const [row] = await tx<{ now: Date }[]>`select clock_timestamp() as now`
    return row?.now ?? new Date()
  })

const linesOf = (codes: readonly string[], since: Date) =>
  maintaining(
    (tx) => tx<{ code: string }[]>`select c.code from audit.events e join app.cases c on c.id = e.case_id
      where e.action = 'case.hand-over' and e.outcome = 'done' and c.code = any(${codes as string[]}) and e.at >= ${since}`,
  )

test('a colleague who leaves hands everything over in six presses at most, each case with its line in the log', async ({
  signIn,
}) => {
  test.setTimeout(120_000)
  const leaver = await aLeaver()
  const page = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const codes = await quietOnes()
  expect(codes.length).toBe(3)
  onwards(await given(page, codes, leaver))
  const now = await momentNow()

  const presses = new Presses(page)
  await page.goto('/work')
  await presses.go(page.getByRole('link', { name: /^Équipe/ }).first(), /\/staff$/)
  await presses.go(page.locator(`main a[href="/staff/${leaver}"]`), new RegExp(`/staff/${leaver}$`))
  await presses.go(page.getByRole('link', { name: 'Remettre ses dossiers' }), /hand-over\?from=/)
  for (const { code } of codes) await expect(page.locator('main')).toContainText(code)
  await presses.go(page.getByRole('button', { name: 'Remettre', exact: true }), /hand-over\?done=3/)
  presses.atMost(6, 'a leaver')

  await page.goto(`/staff/${leaver}`)
  await expect(page.locator('main')).toContainText('Aucun dossier ordinaire de vos bureaux.')
  const lines = await linesOf(
    codes.map(({ code }) => code),
    now,
  )
  expect(lines.map(({ code }) => code).sort()).toEqual(codes.map(({ code }) => code).sort())
})
