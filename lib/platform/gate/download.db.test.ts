import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as month } from '@/app/api/v1/statistics/[month]/export/route'
import { GET as definitions } from '@/app/api/v1/statistics/definitions/route'
import { sessionCookie } from '@/lib/platform/access/cookies'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { safeName } from './download'

let officer: SignedIn

type Asked = { as?: SignedIn; code?: string; method?: string; headers?: Record<string, string> }

function get(endpoint: typeof month, { as, code = '2014-05', method = 'GET', headers = {} }: Asked = {}) {
  const cookie = as && { cookie: `${sessionCookie(as.kind)}=${as.token}; lang=fr` }
  const sent = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...cookie, ...headers }
  const request = new Request('http://127.0.0.1:3000/api/v1/statistics', { method, headers: sent })
  return endpoint(request, { params: Promise.resolve({ month: code }) })
}

const logged = async (action = 'statistics.export') =>
  root()`select outcome, object_id, detail, actor_id from audit.events where action = ${action} order by id`
const exportsMade = async () => (await root()`select count(*)::int as n from report.exports`)[0]?.n

beforeAll(async () => {
  officer = await signedIn('IM')
})

describe('a download', () => {
  test('hands out the file and records who took what, with the hash of its bytes', async () => {
    const answer = await get(month, { as: officer })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="relais-interne-2014-05.csv"',
    )
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [event] = await logged()
    expect(event).toMatchObject({ outcome: 'done', object_id: '2014-05', actor_id: officer.id })
    expect(JSON.parse(String(event?.detail))).toMatchObject({ month: '2014-05', sha256 })
    const [row] = await root()`select made_by, rows, threshold, sha256 from report.exports`
    expect(row).toMatchObject({ made_by: officer.id, threshold: 5, sha256 })
    expect(JSON.parse(String(event?.detail)).rows).toBe(row?.rows)
  })

  test('is refused to every other role, and the refusal is logged', async () => {
    const before = await exportsMade()
    for (const role of ['SOCIAL_WORKER', 'SUPERVISOR', 'DPO', 'ADMIN', 'DONOR_VIEW', 'DTM_ENUM'] as const) {
      const other = await signedIn(role, 'MOP')
      expect((await get(month, { as: other })).status).toBe(403)
      expect((await logged()).at(-1)).toMatchObject({ outcome: 'refused', actor_id: other.id })
    }
    expect(await exportsMade()).toBe(before)
  })

  test('asks to sign in without a live session of staff', async () => {
    const partner = await signedIn('PARTNER_FP', 'UNICEF')
    const forged = { ...officer, token: 'x'.repeat(43) }
    for (const who of [undefined, partner, forged]) {
      const answer = await get(month, who ? { as: who } : {})
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fstatistics%3Fmonth%3D2014-05')
    }
  })

  test('is not there for a month that has not begun or is none', async () => {
    const before = await exportsMade()
    for (const code of ['2014-07', '2099-01', '2014-13', 'x', "2014-05'--"])
      expect((await get(month, { as: officer, code })).status).toBe(404)
    expect(await exportsMade()).toBe(before)
  })

  test('is not fetched by another site or by HEAD, and then logs nothing', async () => {
    const before = (await logged()).length
    expect((await get(month, { as: officer, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await get(month, { as: officer, method: 'HEAD' })).status).toBe(405)
    expect(await logged()).toHaveLength(before)
  })

  test.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('of either kind asked for from “%s” answers %i', async (site, status) => {
    for (const endpoint of [month, definitions])
      expect((await get(endpoint, { as: officer, headers: { 'sec-fetch-site': site } })).status).toBe(status)
  })

  test('comes with its definitions', async () => {
    const answer = await get(definitions, { as: officer })
    expect(await answer.text()).toContain('M_NEW_IND')
    expect((await logged('statistics.definitions')).at(-1)).toMatchObject({ outcome: 'done' })
  })
})

describe('behind the application', () => {
  test('the database counts for the information officer alone, and whole months only', async () => {
    const count = async (who: SignedIn, until = '2014-06-30') => {
      const [row] = await raw('web').begin(async (tx) => {
        await tx`select access.enter(${who.token})`
        return tx`select (select count(*)::int from report.individuals('2014-04-01', ${until}::date)) as cells,
          (select count(*)::int from report.new_by_month()) as months, (select count(*)::int from report.exports) as exports`
      })
      return row
    }
    expect((await count(officer))?.exports).toBeGreaterThan(0)
    expect((await count(officer, '2014-06-29'))?.cells).toBe(0)
    for (const role of ['SUPERVISOR', 'DPO', 'ADMIN'] as const)
      expect(await count(await signedIn(role, 'MOP'))).toMatchObject({ cells: 0, months: 0, exports: 0 })
  })

  test('nobody else records an export, and nobody in another name', async () => {
    const record = (who: SignedIn, madeBy: string) =>
      raw('web').begin(async (tx) => {
        await tx`select access.enter(${who.token})`
        await tx`insert into report.exports (month, made_by, rows, threshold, sha256)
          values ('2014-05-01', ${madeBy}, 1, 5, ${'0'.repeat(64)})`
      })
    const supervisor = await signedIn('SUPERVISOR', 'MOP')
    await expect(record(supervisor, supervisor.id)).rejects.toThrow(/row-level security/)
    await expect(record(officer, supervisor.id)).rejects.toThrow(/row-level security/)
  })
})

describe('the name of a file', () => {
  test('holds nothing a header or a file system reads otherwise', () => {
    expect(safeName('relais-définitions.csv')).toBe('relais-definitions.csv')
    expect(safeName('../"x"\r\nset-cookie: a.csv')).toBe('x-set-cookie-a.csv')
    expect(safeName('a'.repeat(300))).toHaveLength(80)
  })
})
