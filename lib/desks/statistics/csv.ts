import { stringify } from 'csv-stringify/sync'
import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { ALL } from '@/lib/engines/disclosure/plan-types'
import { defaultRules } from '@/lib/engines/disclosure/rules'
import { type Count, measureCode, sumOf } from './counts'
import { type FileCell, fileOf, MISSING } from './file'
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
  ['restriction', '#meta+restriction'],
] as const

/**
 * A month as text: header, HXL row, one row a figure. Codes that are counted together stand side by side; no cell is
 * blank. Each row says that it stays inside. French files are parted by semicolons, English ones by commas, as
 * spreadsheets of each language expect; cells that a spreadsheet would calculate are quoted out. `rows` counts them.
 */
export function monthCsv(
  counts: readonly Count[],
  month: Month,
  words: Words,
): { body: string; rows: number } {
  const { t, locale } = words
  const cells = [...fileOf(counts, month.code), ...leftOut(counts)]
  const header = columns.map(([name]) => t(`statistics.column.${name}`))
  const tags = columns.map(([name, tag]) => (named.has(name) ? `${tag}+i_${locale}` : tag))
  const lines = cells.map((cell) => line(cell, month, words))
  return { body: csv([header, tags, ...lines], locale), rows: cells.length }
}

const named: ReadonlySet<string> = new Set(['region', 'measure', 'sex', 'age'])

/** People left out of the statistics: one figure, where it counts enough of them. */
function leftOut(counts: readonly Count[]): FileCell[] {
  const value = sumOf(counts, { measure: 'LEFT_OUT' })
  const enough = Math.max(...defaultRules.audiences.map(({ threshold }) => threshold))
  return value < enough ? [] : [{ measure: 'LEFT_OUT', region: [ALL], sex: [ALL], age: [ALL], value }]
}

function line(
  { measure, region, sex, age, value }: FileCell,
  month: Month,
  words: Words,
): (string | number)[] {
  const { t, locale } = words
  const code = measureCode[measure as keyof typeof measureCode]
  const word = (list: 'admin1_2014' | 'sex' | 'age_group', own: readonly string[]) =>
    own
      .map((one) =>
        one === ALL
          ? t(`statistics.all.${list}`)
          : one === MISSING
            ? t(`statistics.none.${list}`)
            : label(list, one, locale),
      )
      .join(' + ')
  const codeOf = (own: readonly string[], whole: string) =>
    own.map((one) => (one === ALL ? whole : one)).join('+')
  return [
    month.first,
    month.last,
    codeOf(region, 'ML'),
    word('admin1_2014', region),
    code,
    label('report_measure', code, locale),
    codeOf(sex, 'ALL'),
    word('sex', sex),
    codeOf(age, 'ALL'),
    word('age_group', age),
    value,
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

/** With a byte-order mark, or spreadsheets read UTF-8 as something else; no cell runs as a formula. */
export const csv = (rows: (string | number)[][], locale: Locale): string =>
  stringify(rows, {
    bom: true,
    delimiter: locale === 'fr' ? ';' : ',',
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
