import { Note } from '@/app/_ui/note'
import type { Framed } from './framed'

/** A colleague waits for a second word before they read sealed notes: how many do, and exactly that list. */
export function OpeningsNotice({ waiting, page: { t } }: { waiting: number; page: Framed }) {
  return (
    <Note tone="soon" icon="lock">
      <a href="/openings">{t('notes.openings.waiting', { count: waiting })}</a>
    </Note>
  )
}
