import { FormField } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { askOf } from '@/app/_frame/waiting-row'
import { RadioGroup } from '@/app/_ui/choices'
import { moment } from '@/lib/base/i18n/dates'
import { ASIDE_REASONS } from '@/lib/casework/tasks/mark-form'
import { queueAfter } from '@/lib/casework/tasks/queue-place'
import { prepareAside } from '@/lib/desks/queue/prepare-aside'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Why a row of the queue can wait, and until when; of one that waits already, to take it up again. */
export default async function AsidePage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'queue.aside', roles: ['SUPERVISOR'] }, (reading) =>
    prepareAside(reading, id, query),
  )
  const { t, locale, view } = page
  const { row, place, draft, form } = view
  const about = {
    code: row.code,
    href: queueAfter(place, ''),
    here: row.restricted ? t('queue.restricted') : askOf(row, page),
  }
  if (row.aside)
    return (
      <QuestionPage
        page={page}
        under="/queue"
        title={t('queue.take-up')}
        lead={t('queue.aside-until', {
          reason: t(`queue.asideReason.${row.aside.reason}` as never),
          at: moment(locale, row.aside.until),
        })}
        about={about}
        form={{ noun: 'queue', fields: {} }}
        draft={undefined}
        action={`/api/v1/queue/${id}/let-go`}
        version={0}
        fields={{ of: 'later', kind: place }}
        button={t('queue.take-up')}
      >
        {null}
      </QuestionPage>
    )
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t('queue.aside.title')}
      lead={t('queue.aside.lead')}
      about={about}
      form={form}
      draft={draft}
      action={`/api/v1/queue/${id}/set-aside`}
      version={0}
      fields={{ of: row.kind, kind: place }}
      button={t('queue.aside.button')}
    >
      <RadioGroup
        name="asideReason"
        label={t('queue.asideReason.label')}
        one
        first={!draft}
        value={draft?.values.asideReason?.toString()}
        error={draft?.errors.asideReason && t('queue.asideReason.required')}
        options={ASIDE_REASONS.map((value) => ({ value, label: t(`queue.asideReason.${value}`) }))}
      />
      <FormField
        name="asideFor"
        form={form}
        draft={draft}
        values={{ asideFor: 'H4' }}
        t={t}
        locale={locale}
      />
    </QuestionPage>
  )
}
