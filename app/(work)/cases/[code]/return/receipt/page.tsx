import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { day, moment } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { receiptForm } from '@/lib/casework/reintegration/form'
import { prepareReceipt } from '@/lib/desks/case-file/view-receipt'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Which receipt among the documents of the case belongs to a delivery; where none lies yet, the way to add it. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.receipt', roles: caseworkerRoles }, (reading) =>
    prepareReceipt(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, delivery, receipts } = view
  const problem = draft?.errors.document
  return (
    <CaseFrame keeps head={head} page={page} title={t('reintegration.receipt.title')}>
      <Narrow>
        <DraftNotice form={receiptForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('reintegration.receipt.title')}</h2>
          <p className="lead">{t('reintegration.receipt.lead', { on: day(locale, delivery.deliveredOn) })}</p>
        </div>
        {receipts.length === 0 ? (
          <Empty title={t('reintegration.receipt.none')}>{t('reintegration.receipt.none-more')}</Empty>
        ) : (
          <PostForm
            main
            action={`/api/v1/cases/${code}/return/receipt`}
            fields={{ ...hidden(), delivery: delivery.id }}
          >
            <RadioGroup
              name="document"
              label={t('reintegration.document.label')}
              error={problem && errorText(t, 'reintegration', 'document', problem)}
              options={receipts.map(({ id, author, addedAt, madeOn }) => ({
                value: id,
                label: t('reintegration.receipt.one', {
                  on: madeOn ? day(locale, madeOn) : moment(locale, new Date(addedAt)),
                  who: author,
                }),
              }))}
            />
            <div className="field row">
              <Button>{t('reintegration.receipt.button')}</Button>
              <ButtonLink calm href={`/cases/${code}/return`}>
                {t('forms.back')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
        <p>
          <a href={`/cases/${code}/documents`}>{t('reintegration.receipt.add')}</a>
        </p>
      </Narrow>
    </CaseFrame>
  )
}
