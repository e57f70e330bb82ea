import { stringify } from 'csv-stringify/sync'
import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { MarkedCell } from '@/lib/engines/disclosure/primary-only'
import { ALL, type Count, cellsOf, measureCode } from './counts'
import type { Month } from './months'

type Words = { t: Translate; locale: Locale }

const columns = [
  ['since', '#date+start'],
  ['until', '#date+end'],
  ['region-code', '#adm1+code+v_pcodes'],
  ['region', '#adm1+name'],
  ['measure-code', '#indicator+code'],
  ['measure', '#indicator+name'],
  ['sex-code', '#beneficiary+sex+code'],
  ['sex', '#beneficiary+sex+name'],
  ['age-code', '#beneficiary+age+code'],
  ['age', '#beneficiary+age+name'],
  ['persons', '#indicator+value+num'],
  ['suppressed', '#meta+suppressed'],
  ['restriction', '#meta+restriction'],
] as const

/**
 * A month as text: header, HXL row, one row a cell. Blank with flag 1 below the threshold. Each row says that it stays
 * inside. French files are parted by semicolons, English ones by commas, as spreadsheets of each language expect; cells
 * that a spreadsheet would calculate are quoted out. `rows` counts the cells.
 */
export function monthCsv(
  counts: readonly Count[],
  month: Month,
  words: Words,
): { body: string; rows: number } {
  const { t, locale } = words
  const cells = cellsOf(counts)
  const header = columns.map(([name]) => t(`statistics.column.${name}`))
  const tags = columns.map(([name, tag]) => (named.has(name) ? `${tag}+i_${locale}` : tag))
  const lines = cells.map((cell) => line(cell, month, words))
  return { body: csv([header, tags, ...lines], locale), rows: cells.length }
}

const named: ReadonlySet<string> = new Set(['region', 'measure', 'sex', 'age'])

function line(
  { at, value, suppressed }: MarkedCell,
  month: Month,
  { t, locale }: Words,
): (string | number)[] {
  const [measure = '', region = '', sex = '', age = ''] = at
  const code = measureCode[measure as keyof typeof measureCode]
  const word = (list: 'admin1_2014' | 'sex' | 'age_group', value: string) =>
    value === ALL ? t(`statistics.all.${list}`) : label(list, value, locale)
  return [
    month.first,
    month.last,
    region === ALL ? 'ML' : region,
    word('admin1_2014', region),
    code,
    label('report_measure', code, locale),
    sex,
    word('sex', sex),
    age,
    word('age_group', age),
    value ?? '',
    suppressed ? 1 : 0,
    t('statistics.restriction'),
  ]
}

/** The second file: what each measure means and how it was counted. */
export function definitionsCsv({ t, locale }: Words): string {
  const rows = Object.entries(measureCode).map(([measure, code]) => [
    code,
    label('report_measure', code, locale),
    t(`statistics.definition.${measure as keyof typeof measureCode}`),
  ])
  const notes = (['who', 'place', 'age', 'consent', 'small', 'totals', 'restriction-note'] as const).map(
    (note) => ['', t(`statistics.note.${note}.term`), t(`statistics.note.${note}`)],
  )
  const header = (['measure-code', 'measure', 'definition'] as const).map((name) =>
    t(`statistics.column.${name}`),
  )
  return csv([header, ...rows, ...notes], locale)
}

/** With a byte-order mark, or spreadsheets read UTF-8 as something else. */
const csv = (rows: (string | number)[][], locale: Locale): string =>
  stringify(rows, {
    bom: true,
    delimiter: locale === 'fr' ? ';' : ',',
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
