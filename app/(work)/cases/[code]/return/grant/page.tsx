import { FormField } from '@/app/_frame/form-fields'
import { Button } from '@/app/_ui/button'
import { Columns } from '@/app/_ui/layout'
import { grantForm } from '@/lib/casework/reintegration/form'
import { fieldOf, GRANT_LINES, percentOf, shareOf, sumOf } from '@/lib/casework/reintegration/lines'
import { MODELS } from '@/lib/casework/reintegration/models'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { LineFields } from '../line-fields'
import { type FormPage, ReturnFormPage } from '../return-form'
import { typedLines } from '../typed-lines'
import { Budget } from './budget'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A grant in kind: what the lines sum to is said by the server each time it is kept; asking for it comes in the same save. */
export default async function GrantPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.grant', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'grant', query }),
  )
  const { t, locale, view } = page
  const { draft, grant, figures } = view
  const start = shownOf(page, one(query, 'model'))
  const lines = typedLines(draft, start.lines)
  const total = sumOf(lines)
  const words = { form: grantForm, draft, values: start.values, t, locale }
  const field = (name: string) => <FormField name={name} {...words} />
  return (
    <ReturnFormPage
      page={page}
      act="grant"
      form={grantForm}
      version={grant?.version ?? 0}
      button="reintegration.grant.save"
      above={<Budget page={page} lines={lines} />}
      more={
        <Button name="wants" value="ASK">
          {t('reintegration.grant.ask')}
        </Button>
      }
    >
      {field('grantKind')}
      {field('model')}
      <Columns>
        <LineFields
          page={page}
          values={start.lines}
          hint={(line) => {
            const amount = lines[line]
            const most = figures[shareOf(line)] ?? 100
            return amount
              ? t('reintegration.line.share', { percent: percentOf(amount, total), most })
              : t('reintegration.line.most', { most })
          }}
        />
      </Columns>
      <Columns>
        {field('quotes')}
        {field('quotesReason')}
      </Columns>
      {field('supplier')}
      {(draft?.errors.sure || draft?.values.sure === 'on' || grant?.sure) && field('sure')}
    </ReturnFormPage>
  )
}

/** What stands in the form before anything is typed: the grant in hand, or a model to begin with. */
function shownOf({ view: { grant } }: FormPage, model: string | undefined) {
  const begun = model ? MODELS[model] : undefined
  const lines = begun?.lines ?? grant?.lines ?? {}
  return {
    lines,
    values: {
      grantKind: begun?.kind ?? grant?.kind ?? '',
      model: (begun && model) ?? grant?.model ?? '',
      quotes: grant?.quotes ? String(grant.quotes) : '',
      quotesReason: grant?.quotesReason ?? '',
      supplier: grant?.supplier ?? '',
      sure: grant?.sure ? 'on' : '',
      ...Object.fromEntries(GRANT_LINES.map((line) => [fieldOf(line), String(lines[line] ?? '')])),
    },
  }
}
