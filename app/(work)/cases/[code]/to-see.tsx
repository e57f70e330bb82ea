import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { seenKinds } from '@/lib/casework/tasks/kinds'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'

/** What a supervisor has to look at on this case, each with the button that says they have. */
export function ToSee({ file, page }: { file: CaseFile; page: Framed }) {
  const { t, locale, actor } = page
  const open = file.tasks.filter(({ kind }) => (seenKinds as string[]).includes(kind))
  if (actor.role !== 'SUPERVISOR' || open.length === 0) return null
  return (
    <Section title={t('cases.to-see.title')} tight>
      <ul className="ticks">
        {open.map(({ id, kind, reason }) => (
          <li key={id}>
            <div className="row">
              <span>
                {wordingOf(t, `queue.task.${kind}`, t('queue.ask.task'))}
                {kind === 'SEE_DANGER' && reason && <small> {label('danger_flag', reason, locale)}</small>}
              </span>
              <PostForm action={`/api/v1/tasks/${id}/seen`} fields={hidden()} layout="bare">
                <Button calm small>
                  {t('cases.to-see.seen')}
                </Button>
              </PostForm>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
