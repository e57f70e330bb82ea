import { account, roles } from '../support/accounts'
import { fingerprint, maintaining, whileNothingIsPlanned } from '../support/database'
import { endpoints } from '../support/endpoints'
import { expect, test } from '../support/test'
import { type Answer, asForm, asJson, cookieOf, send } from '../support/wire'

/**
 * Two thousand requests that no page of ours sends, over every endpoint, as every role and as nobody. Each carries at
 * least one thing that must be refused, so that nothing of casework may change. Same seed, same requests.
 */
const wanted = 2000
const seed = 20_140_630

function chance(start: number) {
  let state = start
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T }
}

type Mutant = { name: string; headers: Record<string, string>; method?: string; body?: string | Buffer }
const { 'sec-fetch-site': _, ...elsewhere } = asForm

const long = 'x'.repeat(1_000_000)
const words = [
  'NUL\0inside',
  '\ud800',
  "'; drop table app.cases; --",
  '<script>alert(1)</script>',
  '=cmd|calc',
  '٣٠',
  long.slice(0, 200_000),
  '-1',
  '1e309',
  '',
]

/** Fields that forms of ours have, so that mutants reach past the first check. */
const names = [
  'given',
  'age',
  'reason',
  'lead',
  'caseCode',
  'hash',
  'supervisor',
  'verdict',
  'service',
  'quantity',
  'facts',
  'email',
  'back',
  'month',
]

const mutants: ((pick: ReturnType<typeof chance>['pick']) => Mutant)[] = [
  (pick) => ({ name: 'unknown field', headers: asForm, body: `${pick(names)}=1&nobodyAskedThis=1` }),
  (pick) => ({
    name: 'wrong types',
    headers: asJson,
    body: JSON.stringify({ [pick(names)]: { nested: [1, {}] } }),
  }),
  (pick) => ({
    name: 'odd words',
    headers: asJson,
    body: JSON.stringify({ [pick(names)]: pick(words), nobodyAskedThis: pick(words) }),
  }),
  (pick) => ({
    name: 'broken bytes',
    headers: asForm,
    body: Buffer.concat([Buffer.from(`${pick(names)}=`), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]),
  }),
  (pick) => ({ name: 'broken escapes', headers: asForm, body: `${pick(names)}=%zz%00%ff` }),
  () => ({ name: 'a megabyte', headers: asForm, body: `nobodyAskedThis=${long}` }),
  () => ({ name: 'over a megabyte', headers: asForm, body: `given=${long}${long}` }),
  () => ({ name: 'deep JSON', headers: asJson, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
  () => ({
    name: 'prototype keys',
    headers: asJson,
    body: '{"__proto__":{"role":"ADMIN"},"constructor":"x","nobodyAskedThis":1}',
  }),
  () => ({ name: 'half a JSON', headers: asJson, body: '{"given": "A' }),
  () => ({ name: 'not an object', headers: asJson, body: '[[1,2],"x"]' }),
  (pick) => ({
    name: 'wrong content type',
    headers: {
      ...asForm,
      'content-type': pick(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', '']),
    },
    body: 'given=A',
  }),
  () => ({ name: 'cross-site', headers: { ...asForm, 'sec-fetch-site': 'cross-site' }, body: 'given=A' }),
  () => ({ name: 'no origin at all', headers: elsewhere, body: 'given=A' }),
  () => ({
    name: 'another origin',
    headers: { ...elsewhere, origin: 'https://evil.example' },
    body: 'given=A',
  }),
  (pick) => ({
    name: 'wrong method',
    headers: asForm,
    method: pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']),
    body: 'given=A',
  }),
  (pick) => ({
    name: 'framework headers',
    headers: {
      ...asForm,
      [pick(['next-action', 'rsc', 'next-router-state-tree', 'x-middleware-subrequest'])]: '1',
    },
    body: 'given=A',
  }),
  (pick) => ({
    name: 'stale version',
    headers: asForm,
    body: `_version=999999&_key=${pick(['x', '00000000-0000-4000-8000-000000000000'])}&nobodyAskedThis=1`,
  }),
  () => ({
    name: 'twice the same field',
    headers: asForm,
    body: 'reason=OTHER&reason=NOT_FOUND&lead=a&lead=b&hash=1&hash=2&nobodyAskedThis=1',
  }),
]

type Places = { ids: string[]; codes: string[] }

const realPlaces = (): Promise<Places> =>
  maintaining(async (tx) => {
    const ids = await tx<{ id: string }[]>`(select id from app.referrals order by id limit 12) union all
      (select id from app.alerts order by id limit 6) union all (select id from app.consents order by id limit 6)`
    const codes = await tx<{ code: string }[]>`select code from app.cases order by id limit 12`
    return { ids: ids.map((row) => row.id), codes: codes.map((row) => row.code) }
  })

const oddPlaces = [
  '00000000-0000-4000-8000-000000000000',
  'x',
  '%00',
  '..%2f..%2f',
  '%ff',
  'MLP-0000-0000',
  '1',
  '%F0%9F%92%A9',
]

test('two thousand hostile requests change nothing and meet no server error', async () => {
  test.setTimeout(300_000)
  await whileNothingIsPlanned(changesNothing)
})

async function changesNothing() {
  const { pick } = chance(seed)
  const cookies = [undefined, ...(await Promise.all(roles.map((role) => cookieOf(account(role)))))]
  const places = await realPlaces()
  const before = await fingerprint()
  const paths = endpoints().filter((path) => path !== '/api/v1/session/end' && path !== '/api/v1/language')
  const worst: string[] = []
  for (let done = 0; done < wanted; done += 10) {
    const batch = Array.from({ length: 10 }, async () => {
      const path = pick(paths)
        .replace(/\[code\]/g, () => pick([...places.codes, ...oddPlaces]))
        .replace(/\[\w+\]/g, () => pick([...places.ids, ...oddPlaces]))
      const mutant = pick(mutants)(pick)
      const cookie = pick(cookies)
      const answer = await send(path, {
        method: mutant.method ?? 'POST',
        headers: { ...mutant.headers, ...(cookie ? { cookie } : {}) },
        ...(mutant.body === undefined ? {} : { body: mutant.body }),
      }).catch(closed)
      if (answer.status >= 500 && answer.status !== 503) worst.push(`${answer.status} ${mutant.name} ${path}`)
      if (answer.status >= 200 && answer.status < 300) worst.push(`accepted: ${mutant.name} ${path}`)
    })
    await Promise.all(batch)
  }
  expect(worst).toEqual([])
  expect(await fingerprint()).toEqual(before)
}

/** The server may hang up on a body it will not read; that is an answer too. */
const closed = (): Answer => ({ status: 0, text: '', headers: {} })
