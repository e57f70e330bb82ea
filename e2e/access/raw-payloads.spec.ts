import { account, all } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, test } from '../support/test'
import { people } from '../support/walk-people'
import { cookieOf, send } from '../support/wire'

const accept = 'text/html'

/** Colleagues sign what they do, and some share a name with somebody invented. */
const named = (text: string): string[] => {
  const staff = new Set(all.map(({ name }) => name))
  return people().filter((name) => !staff.has(name) && text.includes(name))
}

async function bytes(cookie: string, path: string): Promise<string> {
  const answer = await send(path, { headers: { accept, cookie } })
  expect(answer.status, path).toBe(200)
  return answer.text
}

test('restricted cases of others stand in no list, count, queue, day or search of a supervisor', async () => {
  for (const who of [account('SUPERVISOR', { office: 'GAO' }), account('SUPERVISOR', { office: 'BKO' })]) {
    const cookie = await cookieOf(who)
    const hidden = await maintaining(
      (tx) => tx<{ code: string; id: string }[]>`select c.code, c.id from app.cases c
        where c.sensitivity = 'S4' and not exists (select from app.case_members m
          join access.users u on u.id = m.user_id where m.case_id = c.id and u.email = ${who.email})`,
    )
    expect(hidden.length).toBeGreaterThan(0)
    const lists = ['/work', '/queue', '/cases', '/cases?view=all', '/referrals', '/alerts']
    const read = await Promise.all(lists.map((path) => bytes(cookie, path)))
    for (const { code } of hidden) {
      expect(
        lists.filter((_, at) => read[at]?.includes(code)),
        code,
      ).toEqual([])
      expect(await bytes(cookie, `/search?q=${code}`)).not.toContain(`/cases/${code}`)
      expect((await send(`/cases/${code}`, { headers: { accept, cookie } })).status).toBe(404)
    }
  }
})

test('before acceptance the bytes of a partner’s page hold no name of anybody', async () => {
  const waiting = await maintaining(
    (tx) => tx<
      { id: string; email: string }[]
    >`select distinct on (r.last_at, r.id) r.id, u.email from app.referrals r
      join app.partner_bases b on b.partner_code = r.partner_code and coalesce(r.base_office_id, r.office_id) = any(b.offices)
      join access.users u on u.base_id = b.id and u.active and not u.by_link
      where r.state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'DECLINED')
      and r.last_at > clock.casework_now() - interval '90 days' and r.sent_at is not null
      order by r.last_at desc, r.id, u.email limit 40`,
  )
  expect(waiting.length).toBeGreaterThan(5)
  const cookies = new Map<string, string>()
  let read = 0
  for (const { id, email } of waiting) {
    const who = all.find((one) => one.email === email)
    if (!who) continue
    read += 1
    const cookie = cookies.get(email) ?? (await cookieOf(who))
    cookies.set(email, cookie)
    const text = await bytes(cookie, `/inbox/${id}`)
    expect(named(text), `/inbox/${id} of ${email}`).toEqual([])
  }
  expect(read).toBeGreaterThan(5)
})

test('an enumerator reads no name again once an alert is sent, and no case code ever', async () => {
  const who = account('DTM_ENUM', { office: 'GAO' })
  const cookie = await cookieOf(who)
  const own = await maintaining(
    (tx) => tx<{ id: string }[]>`select a.id from app.alerts a join access.users u on u.id = a.raised_by
      where u.email = ${who.email} and a.raised_at > clock.casework_now() - interval '30 days' limit 20`,
  )
  for (const path of ['/alerts', ...own.map(({ id }) => `/alerts/${id}`)]) {
    const text = await bytes(cookie, path)
    expect(named(text), path).toEqual([])
    expect(text.match(/MLP-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [], path).toEqual([])
  }
})
