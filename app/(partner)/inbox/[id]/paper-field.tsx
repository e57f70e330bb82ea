import { FileField } from '@/app/_ui/fields'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from './framed'

const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf,.pdf'

/** A paper may go with a word. It is kept nowhere until the word is sent: a page that comes back asks for it again. */
export function PaperField({ draft, t }: { draft?: Draft | undefined; t: Framed['page']['t'] }) {
  const error = draft?.errors.file
  return (
    <FileField
      name="file"
      label={t('inbox.file.label')}
      hint={t(draft ? 'inbox.file.again' : 'inbox.file.hint')}
      error={error === undefined ? undefined : errorText(t, 'inbox', 'file', error)}
      accept={ACCEPT}
    />
  )
}
