import { Note } from '@/app/_ui/note'
import type { Framed } from './framed'

/** Only whoever hears them reads that there are any: how many wait, and exactly that list. */
export function PseaNotice({ waiting, page: { t } }: { waiting: number; page: Framed }) {
  return (
    <Note tone={waiting > 0 ? 'late' : undefined}>
      <a href="/psea">{t('psea.waiting', { count: waiting })}</a>
    </Note>
  )
}
