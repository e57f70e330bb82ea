import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { moment } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import type { DeadLetter } from '@/lib/desks/work/dead-letters'

type Props = { dead: DeadLetter[]; count: number; t: Translate; locale: Locale }

/** Jobs that were given up, each with a button that has it tried again. */
export function Failed({ dead, count, t, locale }: Props) {
  const columns = (['number', 'task', 'failed-at', 'tries', 'class', 'act'] as const).map((name) => ({
    label: t(`work.outbox.${name}`),
    num: name === 'tries',
    quiet: name === 'act',
  }))
  const rows = dead.map(({ id, task, failedAt, attempts, result }) => ({
    key: String(id),
    cells: [
      id,
      wordingOf(t, `work.outbox.task.${task}`, task),
      moment(locale, failedAt),
      attempts,
      <code key="class">{result}</code>,
      <PostForm
        key="act"
        action={`/api/v1/outbox/${id}/try-again`}
        fields={hidden()}
        layout="bare"
        label={t('work.outbox.try-again-job', { id })}
      >
        <Button small calm>
          {t('work.outbox.try-again')}
        </Button>
      </PostForm>,
    ],
  }))
  return (
    <>
      <Table
        title={{ id: 'failed', text: t('work.outbox.failed', { count }) }}
        columns={columns}
        rows={rows}
        narrow="cards"
      />
      <Note tone="late" icon="warn">
        {t('work.outbox.failed-lead')}
      </Note>
    </>
  )
}
