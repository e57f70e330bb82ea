import { createHash } from 'node:crypto'
import { isoDayOf } from '@/lib/base/time/days'
import { audienceRule } from '@/lib/engines/disclosure/rules'
import type { Download } from '@/lib/platform/gate/download'
import { definitionsCsv, monthCsv } from './csv'
import { fileAudience } from './file'
import { monthOfDay, parseMonth } from './months'
import { individuals, recordExport } from './queries'

const type = 'text/csv; charset=utf-8'
const page = ({ month = '' }: Readonly<Record<string, string>>) =>
  parseMonth(month) ? `/statistics?month=${month}` : '/statistics'

/** The month as a file for inside use: who took which month, how many rows and the file's hash are recorded. */
export const exportMonth: Download = {
  name: 'statistics.export',
  session: 'staff',
  roles: ['IM'],
  page,
  load: async ({ tx, actor, t }, params) => {
    const month = parseMonth(params.month)
    const subject = { type: 'month', id: params.month ?? '' }
    if (!month || month.code > monthOfDay(isoDayOf(actor.now))) return { missing: subject }
    const { body, rows } = monthCsv(await individuals(tx, month), month, { t, locale: actor.locale })
    const sha256 = createHash('sha256').update(body).digest('hex')
    await recordExport(tx, {
      month,
      userId: actor.userId,
      rows,
      threshold: audienceRule(fileAudience).threshold,
      sha256,
    })
    const name = `relais-${t('statistics.file.internal')}-${month.code}.csv`
    return { view: { name, type, body }, subject, detail: { month: month.code, rows, sha256 } }
  },
}

/** What the file's words mean, as a file beside it. */
export const exportDefinitions: Download = {
  name: 'statistics.definitions',
  session: 'staff',
  roles: ['IM'],
  page,
  load: async ({ actor, t }) => {
    const body = definitionsCsv({ t, locale: actor.locale })
    const name = `relais-${t('statistics.file.definitions')}.csv`
    return { view: { name, type, body }, subject: { type: 'definitions', id: '' } }
  },
}
