import { choice, code, codeList, day, longText, text, wholeNumber } from '@/lib/base/forms/fields'
import { readWhole } from '@/lib/base/forms/quantity'
import { readDay } from '@/lib/base/forms/read-day'
import { initial, stored, textFault } from '@/lib/base/text/clean'
import { fold, lookable } from '@/lib/base/text/fold'
import { textWarnings } from '@/lib/base/text/look'
import { cleanHtml, hiddenRefusal } from '@/lib/platform/http/clean'
import { BODY, FIELD, type Group, run } from './texts'

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

/** What people type into fields, and what a page makes of it. */
export const typed: Group[] = [
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
