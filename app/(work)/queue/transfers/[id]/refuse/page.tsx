import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { refuseForm } from '@/lib/casework/transfers/form'
import { prepareAnswer } from '@/lib/desks/staff/prepare-transfer'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Why the case cannot be taken here: the case stays where it is, and whoever offered it reads why. */
export default async function RefuseTransferPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'transfer.refuse', roles: ['SUPERVISOR'] }, (reading) =>
    prepareAnswer(reading, id, { verb: 'transfer.refuse', query }),
  )
  const { t, locale, view } = page
  const { row, facts, draft } = view
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t('transfers.refuse.title')}
      lead={t('transfers.refuse.lead', { from: facts.from })}
      about={{ code: row.code, href: `/queue/transfers/${id}`, here: t('transfers.refuse.title') }}
      form={refuseForm}
      draft={draft}
      action={`/api/v1/transfers/${id}/refuse`}
      version={row.version}
      button={t('transfers.refuse.button')}
    >
      <FormFields form={refuseForm} draft={draft} t={t} locale={locale} />
    </QuestionPage>
  )
}
