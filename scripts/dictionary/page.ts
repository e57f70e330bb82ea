import type { Field } from '../../lib/base/forms/fields'
import { dictionary } from '../../lib/base/i18n/dictionary'
import { INSTRUMENTS } from '../../lib/casework/assessments/book'
import { KEPT } from './kept'
import { NOT_KEPT, type NotKept } from './places'
import { accountTables } from './tables-of-accounts'
import { caseTables } from './tables-of-cases'
import { figureTables } from './tables-of-figures'
import { noteTables } from './tables-of-notes'
import { referralTables } from './tables-of-referrals'
import { returnTables } from './tables-of-return'
import { machineTables } from './tables-of-the-machine'
import { LEVELS, READERS, SHARED_COLUMNS, SPANS, type TableWords } from './words'

/** The data dictionary as Markdown, from the forms, the catalogue of the database and what is said of tables. PURE. */
export type Column = { table: string; column: string; type: string; partner: boolean }
export type Asking = { name: string; noun: string; fields: Readonly<Record<string, Field>> }

export const TABLES: Readonly<Record<string, TableWords>> = {
  ...caseTables,
  ...noteTables,
  ...referralTables,
  ...returnTables,
  ...accountTables,
  ...machineTables,
  ...figureTables,
}
export const isNotKept = (place: string): place is NotKept => Object.hasOwn(NOT_KEPT, place)

const cells = (row: readonly string[]): string =>
  `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n')
const code = (text: string): string => `\`${text}\``

/** Questions of assessments bring their words along. */
const QUESTIONS = new Map(INSTRUMENTS.flatMap(({ questions }) => questions.map((one) => [one.id, one])))

/** What a question is called on its page, in both languages; a field that nobody types has no words. */
export function labelOf(noun: string, field: string): string {
  const words = dictionary[noun as keyof typeof dictionary] as {
    fr: Record<string, string>
    en: Record<string, string>
  }
  const [fr, en] = [words?.fr[`${field}.label`], words?.en[`${field}.label`]]
  if (fr && en) return `${en} · *${fr}*`
  const own = QUESTIONS.get(field)?.label
  return noun === 'assessments' && own ? `${own.en} · *${own.fr}*` : ''
}

const AS: Readonly<Record<Field['kind'], string>> = {
  text: 'words',
  'long-text': 'words on several lines',
  choice: 'one of',
  code: 'a code of',
  codes: 'codes of',
  day: 'a day',
  number: 'a number',
  tick: 'yes or no',
  carried: 'carried by the page',
}

/** How a question is answered: its list or its values, how long, how much. */
function answerOf(field: Field): string {
  const list = 'list' in field && field.list ? code(field.list) : undefined
  const values = 'values' in field && field.values ? field.values.map(code).join(' ') : undefined
  const bounds =
    'min' in field && 'max' in field && field.kind === 'number' ? ` from ${field.min} to ${field.max}` : ''
  const length =
    'max' in field && typeof field.max === 'number' && field.kind.includes('text')
      ? ` of ${field.max} characters at most`
      : ''
  return [AS[field.kind], list ?? values].filter(Boolean).join(' ') + bounds + length
}

const placeWords = (place: string): string =>
  isNotKept(place) ? `not kept: ${NOT_KEPT[place]}` : code(place)

function askedTable({ name, noun, fields }: Asking): string {
  const rows = Object.entries(fields).map(([field, asked]) => [
    code(field),
    labelOf(noun, field),
    answerOf(asked),
    (KEPT[name]?.[field] ?? []).map(placeWords).join(', '),
  ])
  return `### ${code(name)}\n${table(['Question', 'Words', 'Answer', 'Kept in'], rows)}`
}

/** Which questions fill a column: their words, and the list they take codes from. */
function askedInto(place: string, asking: readonly Asking[]): { words: string[]; lists: string[] } {
  const found = asking.flatMap(({ name, noun, fields }) =>
    Object.entries(fields)
      .filter(([field]) => KEPT[name]?.[field]?.includes(place))
      .map(([field, asked]) => ({
        words: labelOf(noun, field).split(' · ')[0] || field,
        list: 'list' in asked && asked.list ? code(asked.list) : undefined,
      })),
  )
  const different = (all: (string | undefined)[]) => [...new Set(all)].filter((one) => one !== undefined)
  return {
    words: different(found.map(({ words }) => words)),
    lists: different(found.map(({ list }) => list)),
  }
}

/** What a column means: what is said of it, what asks for it, or what its name means everywhere. Empty: nobody said. */
export function meaningOf(
  { table, column }: Pick<Column, 'table' | 'column'>,
  asking: readonly Asking[],
): string {
  const { words } = askedInto(`${table}.${column}`, asking)
  const said = TABLES[table]?.columns?.[column]
  if (said) return said
  if (words.length > 0) return `asked: ${words.join('; ')}`
  return SHARED_COLUMNS[column] ?? ''
}

/** What is sealed, what is a secret of its own, and what is as close to a person as its table. */
function closeness({ column, type }: Column, sealing: boolean): string {
  if (type !== 'bytea') return ''
  return sealing && !column.endsWith('_hash') ? 'sealed' : 'a hash or a key'
}

function storedTable(name: string, columns: readonly Column[], asking: readonly Asking[]): string {
  const words = TABLES[name]
  if (!words) return ''
  const sealing = columns.some(({ column }) => column === 'key_id') || name === 'app.drafts'
  const rows = columns.map((one) => [
    code(one.column),
    meaningOf(one, asking),
    askedInto(`${name}.${one.column}`, asking).lists.join(' '),
    closeness(one, sealing),
    one.partner ? 'yes' : '',
  ])
  const about = `One row: ${words.row}. ${LEVELS[words.level]}. Read by: ${READERS[words.read]}. Kept: ${SPANS[words.span]}.`
  return `### ${code(name)}\n${about}\n\n${table(['Column', 'Meaning', 'List', 'Sealed', 'Agency'], rows)}`
}

export function dictionaryPage(columns: readonly Column[], asking: readonly Asking[]): string {
  const names = [...new Set(columns.map((one) => one.table))]
  const asked = asking.filter(({ fields }) => Object.keys(fields).length > 0)
  return `# The data dictionary

Every question that a form asks, and every column that is stored: what it means, from which list it takes its codes, how close it is to a
person, who reads it, how long it stays. Generated from the forms, the database and \`scripts/dictionary\`; a test fails while it is stale.
Renew it with \`npx vitest run --project db drizzle/data-dictionary -u\`.

- **Sealed**: encrypted under a key of its case, alert, slip or report; the database alone cannot read it.
- **Agency**: a column that the login of partner agencies may ask for, in the rows that were shared with them.
- Lists stand in \`lib/base/codes/lists\`, limits and spans in the settings. Erasing at \`erase_on\` is shown to the team and not yet done by the machine.

## What is asked

${asked.map(askedTable).join('\n\n')}

## What is stored

${names
  .map((name) =>
    storedTable(
      name,
      columns.filter((one) => one.table === name),
      asking,
    ),
  )
  .join('\n\n')}
`
}
