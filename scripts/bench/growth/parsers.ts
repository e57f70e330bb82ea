import { unpackValues } from '@/lib/base/forms/merge'
import { fromForm, fromJson } from '@/lib/base/forms/raw-values'
import { isUuid } from '@/lib/base/forms/uuid'
import { cookieOf, langOf } from '@/lib/base/request/lang'
import { readCode } from '@/lib/casework/numbers/read-code'
import { filterOf } from '@/lib/desks/log/filter'
import { parseMonth } from '@/lib/desks/statistics/months'
import { knownAs } from '@/lib/platform/access/device'
import { readCursor } from '@/lib/platform/db/keyset'
import { macOf } from '@/lib/platform/gate/idempotency'
import { sessionOf } from '@/lib/platform/http/body-limit'
import { preferred } from '@/lib/platform/http/encode'
import { guard } from '@/lib/platform/http/guard'
import { isStatic } from '@/lib/platform/http/static'
import type { Tried } from './measure'
import { BODY, FIELD, type Group, HEADER, run } from './texts'
import { typed } from './typed'

const origin = new URL('http://127.0.0.1:3000')
const asked = (url: string, headers: Record<string, string> = {}) =>
  guard({ method: 'GET', url, headers: { host: origin.host, ...headers } }, origin)

const few = (length: number) =>
  Array.from({ length: 900 }, (_, at) => `${at}=${'é'.repeat(length / 1800)}`).join('&')
const fewKeys = (length: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: 900 }, (_, at) => [at, 'x'.repeat(length / 900)])))

const bodies: Group[] = [
  {
    kind: 'form body',
    n: BODY,
    parse: fromForm,
    texts: {
      'one name repeated': run('a=1&'),
      'as many pairs as are taken': few,
      percents: run('%41', 'a='),
      'half percents': run('%', 'a='),
      pluses: run('+', 'a='),
      equals: run('='),
    },
  },
  {
    kind: 'JSON body',
    n: BODY,
    parse: fromJson,
    texts: {
      'as many keys as are taken': fewKeys,
      'open brackets': run('['),
      escapes: run('\\u0041', '{"a":"', '"}'),
      'one list': run('"a",', '{"a":[', '"a"]}'),
      digits: run('9', '{"a":', '}'),
    },
  },
  {
    kind: 'shown values',
    n: BODY,
    parse: unpackValues,
    texts: {
      'many names': (length) =>
        JSON.stringify(Object.fromEntries(Array.from({ length: length / 10 }, (_, at) => [`n${at}`, 'v']))),
      'open braces': run('{"a":'),
    },
  },
  {
    kind: 'key of a form',
    n: BODY,
    parse: (value) => macOf('a.b', { value }),
    texts: { 'one long value': run('x') },
  },
]

const headers: Group[] = [
  {
    kind: 'cookies',
    n: HEADER,
    parse: (header) => langOf(cookieOf(header, 'lang')),
    texts: { pairs: run('a=1; '), separators: run('; '), beginnings: run('lan=; ') },
  },
  {
    kind: 'session cookie',
    n: HEADER,
    parse: (cookie) => sessionOf({ headers: { cookie } }),
    texts: {
      beginnings: run('; __Host-relais-'),
      'one long id': run('a', '__Host-relais-'),
      'one long token': run('x', '__Host-relais-a-sid='),
    },
  },
  {
    kind: 'device cookie',
    n: HEADER,
    parse: (cookie) => knownAs('a@example.org', cookie),
    texts: { marks: run('~'), dots: run('.'), 'one mark': run('A') },
  },
  {
    kind: 'accept-encoding',
    n: HEADER,
    parse: preferred,
    texts: { commas: run(','), qualities: run(';q=0,'), spaces: run(' ', 'br', ';q=0') },
  },
  {
    kind: 'address',
    n: HEADER,
    parse: (url) => asked(url),
    texts: {
      slashes: run('/'),
      percents: run('%41', '/'),
      'question marks': run('?', '/'),
      'query pairs': run('&a', '/?'),
      'query percents': run('%61', '/?'),
    },
  },
  {
    kind: 'header names',
    n: HEADER,
    parse: (name) =>
      asked('/', Object.fromEntries(name.match(/.{1,40}/g)?.map((one, at) => [one + at, '']) ?? [])),
    texts: { 'like the framework’s': run('x-next') },
  },
  { kind: 'static path', n: HEADER, parse: isStatic, texts: { slashes: run('/', '/css') } },
]

const queries: Group[] = [
  {
    kind: 'page mark',
    n: FIELD,
    parse: readCursor,
    texts: { digits: run('1', '2014-07-01T'), hexadecimal: run('a', '_') },
  },
  { kind: 'month', n: FIELD, parse: parseMonth, texts: { digits: run('1') } },
  {
    kind: 'log filter',
    n: FIELD,
    parse: (code) => filterOf({ code, actor: code, action: code, below: code }),
    texts: { dashes: run('-', 'a'), spaces: run(' ', 'a', 'a') },
  },
  { kind: 'id', n: FIELD, parse: isUuid, texts: { hexadecimal: run('a') } },
  {
    kind: 'code',
    n: FIELD,
    parse: readCode,
    texts: {
      'marks inside': run('!', 'A', 'A'),
      letters: run('O'),
      dashes: run('-', 'M', 'P'),
      ligatures: run('ﷺ'),
    },
  },
]

/** Every place where what a stranger sent is read, each with what makes it work hardest. */
export const parsers: Tried[] = [...bodies, ...headers, ...queries, ...typed].flatMap(
  ({ kind, n, parse, texts }) =>
    Object.entries(texts).map(([what, of]) => ({ name: kind, what, n, text: of, parse })),
)
