import { choice, code, codeList, day, longText, text, wholeNumber } from '@/lib/base/forms/fields'
import { unpackValues } from '@/lib/base/forms/merge'
import { readWhole } from '@/lib/base/forms/quantity'
import { fromForm, fromJson } from '@/lib/base/forms/raw-values'
import { readDay } from '@/lib/base/forms/read-day'
import { isUuid } from '@/lib/base/forms/uuid'
import { cookieOf, langOf } from '@/lib/base/request/lang'
import { initial, stored, textFault } from '@/lib/base/text/clean'
import { fold, lookable } from '@/lib/base/text/fold'
import { textWarnings } from '@/lib/base/text/look'
import { readCode } from '@/lib/casework/numbers/read-code'
import { filterOf } from '@/lib/desks/log/filter'
import { parseMonth } from '@/lib/desks/statistics/months'
import { knownAs } from '@/lib/platform/access/device'
import { readCursor } from '@/lib/platform/db/keyset'
import { macOf } from '@/lib/platform/gate/idempotency'
import { cleanHtml, hiddenRefusal } from '@/lib/platform/http/clean'
import { preferred } from '@/lib/platform/http/encode'
import { guard } from '@/lib/platform/http/guard'
import { sessionOf } from '@/lib/platform/http/render'
import { isStatic } from '@/lib/platform/http/static'
import type { Tried } from './measure'

/** So many symbols of one text over and over, between a beginning and an end. */
const run =
  (part: string, begin = '', end = '') =>
  (length: number): string =>
    begin + part.repeat(Math.ceil(length / part.length)) + end

const origin = new URL('http://127.0.0.1:3000')
const asked = (url: string, headers: Record<string, string> = {}) =>
  guard({ method: 'GET', url, headers: { host: origin.host, ...headers } }, origin)

/** A body may have a megabyte, headers 16 kB in all. */
const BODY = 250_000
const HEADER = 4000
/** Longer than any field takes: what is typed is read before it is measured. */
const FIELD = 20_000

type Group = {
  kind: string
  n: number
  parse: (text: string) => unknown
  texts: Record<string, (length: number) => string>
}

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

const schemas = {
  text: text({ max: 200 }),
  'long text': longText({ max: 4000 }),
  choice: choice(['A', 'B']),
  list: codeList('language'),
  code: code('language'),
  number: wholeNumber({ min: 0, max: 9 }),
}
const hostile = {
  'spaces inside': run(' ', 'a', 'a'),
  'line ends': run('\r\n', 'a', 'a'),
  'invisible marks': run('\u200b'),
  'accents on one letter': run('\u0301', 'e'),
  ligatures: run('ﷺ'),
  surrogates: run('😀'),
}

const typed: Group[] = [
  ...Object.entries(schemas).map(([kind, { schema }]) => ({
    kind: `field: ${kind}`,
    n: FIELD,
    parse: (value: string) => schema.safeParse(value),
    texts: hostile,
  })),
  {
    kind: 'field: day',
    n: FIELD,
    parse: (value) => day().at('2014-07-01').safeParse(value),
    texts: {
      ...hostile,
      dashes: run('-', '1', 'x'),
      'a long month': run('a', '1 ', '!'),
      'dots after': run('. ', '1 mai'),
    },
  },
  {
    kind: 'day',
    n: FIELD,
    parse: (value) => readDay(value, { today: '2014-07-01' }),
    texts: { digits: run('1'), dots: run(' .', '1', 'mai') },
  },
  { kind: 'number', n: FIELD, parse: readWhole, texts: { digits: run('٣'), groups: run("' ") } },
  {
    kind: 'name',
    n: FIELD,
    parse: (value) => [stored(value), textFault(value, { lines: false }), initial(value)],
    texts: hostile,
  },
  {
    kind: 'text compared',
    n: FIELD,
    parse: (value) => [fold(value), lookable(value)],
    texts: { ...hostile, 'look-alikes': run('а'), digits: run('९') },
  },
  {
    kind: 'warning words',
    n: FIELD,
    parse: textWarnings,
    texts: {
      ...hostile,
      'digits in sevens': run('1234567    '),
      digits: run('1'),
      beginnings: run('recrut '),
      'one long word': run('a', 'esclav'),
      stems: run('viol '),
    },
  },
  {
    kind: 'page',
    n: BODY,
    parse: (html) => [cleanHtml(html), hiddenRefusal(200, html)],
    texts: { 'typed tags': run('&lt;script&gt;'), 'typed comments': run('&lt;!--') },
  },
]

/** Every place where what a stranger sent is read, each with what makes it work hardest. */
export const parsers: Tried[] = [...bodies, ...headers, ...queries, ...typed].flatMap(
  ({ kind, n, parse, texts }) =>
    Object.entries(texts).map(([what, of]) => ({ name: kind, what, n, text: of, parse })),
)
