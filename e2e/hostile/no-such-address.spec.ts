import { account, roles } from '../support/accounts'
import { endpoints, pages } from '../support/endpoints'
import { expect, test } from '../support/test'
import { asForm, cookieOf, ours, send } from '../support/wire'

/**
 * Every address that takes an id, a code or a month, with things that are none: never a fault of ours, always "not
 * there" or "not understood". For pages and downloads by GET, for verbs by POST, as each role and as nobody.
 */
const NONE = [
  '-'.repeat(36),
  '00000000-0000-4000-8000-000000000000',
  'ffffffff-ffff-ffff-ffff-fffffffffffg',
  'x',
  '0',
  'MLP-0000-0000',
  'MLP-----',
  '2014-13',
  '2014-02-30',
  '0000-00',
  '999999-01',
  'NaN',
  '%00',
  '%E2%80%8B',
  '%F0%9F%98%80',
  '..%2f..',
  'null',
  'a'.repeat(300),
]
/** Query strings that lists read: marks of pages, items, days, drafts. */
const QUERIES = [
  '?item=------------------------------------',
  '?after=0000-00-00T00:00:00Z_------------------------------------',
  '?after=9999-99-99T99:99:99Z_00000000-0000-4000-8000-000000000000',
  '?month=2014-13&draft=------------------------------------',
  '?below=99999999999999999999&actor=x&code=%00',
  '?service=%00&sent=-&previous=x&tab=x&kind=x&day=0000-00-00',
  '?item=a&item=b&draft=x&draft=y',
]

const withPlaces = (path: string) => /\[/.test(path)
const filled = (path: string, what: string) => path.replace(/\[[^\]]+\]/g, what)

test('no address answers a fault of ours to an id, a code or a day that is none', async () => {
  test.setTimeout(600_000)
  const faults: string[] = []
  const visitors = [...roles.map((role) => account(role)), undefined]
  for (const [turn, who] of visitors.entries()) {
    // An eighth each, another one for each visitor: together they try all of it. RELAIS_WHOLE=1 has each try everything.
    const some = (all: readonly string[]) =>
      process.env.RELAIS_WHOLE === '1' ? all : all.filter((_, at) => (at + turn) % 8 === 0)
    const cookie = who ? { cookie: await cookieOf(who) } : {}
    const ask = async (path: string, post: boolean) => {
      const answer = await send(path, {
        method: post ? 'POST' : 'GET',
        headers: { ...(post ? asForm : ours), ...cookie },
        ...(post && { body: '' }),
      })
      if (answer.status >= 500)
        faults.push(`${answer.status} ${who?.role ?? 'nobody'} ${post ? 'POST' : 'GET'} ${path}`)
    }
    for (const path of pages())
      await Promise.all(
        withPlaces(path)
          ? some(NONE).map((none) => ask(filled(path, none), false))
          : some(QUERIES).map((query) => ask(`${path}${query}`, false)),
      )
    for (const path of endpoints().filter(withPlaces))
      await Promise.all(
        some(NONE.slice(0, 8)).flatMap((none) => [true, false].map((post) => ask(filled(path, none), post))),
      )
  }
  expect(faults).toEqual([])
})
