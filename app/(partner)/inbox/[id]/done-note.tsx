import { Note } from '@/app/_ui/note'
import { isMessageKey, type Translate } from '@/lib/base/i18n/translate'

/** What the answer just given did; an address with anything else says nothing. */
export function DoneNote({ done, t }: { done: string | undefined; t: Translate }) {
  const key = `inbox.done.${done}`
  return isMessageKey(key) ? (
    <Note tone="good" icon="ok" live>
      {t(key)}
    </Note>
  ) : null
}
