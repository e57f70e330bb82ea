import { sizeWords } from '@/app/_frame/size-words'
import type { Fact } from '@/app/_ui/facts'
import { label } from '@/lib/base/codes/codes'
import { papersIn } from '@/lib/casework/referrals/sharing/paper-list'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import type { Framed } from './framed'

/** Which kind of file, and how heavy. */
export const paperWords = (
  { format, size }: { format: string; size: number },
  { t, locale }: Pick<Framed['page'], 't' | 'locale'>,
) => ({ format: t(`documents.format.${format as 'JPEG' | 'PDF'}`), size: sizeWords(size, { t, locale }) })

/** The papers that came along: what each is and how heavy, said before the tap; one that was taken away says so. */
export function papersReceived(view: OpenView, { t, locale }: Framed['page']): Fact[] {
  return papersIn(view.details?.papers).map(({ kind, format, size }, at) => {
    const n = at + 1
    const what = label('document_kind', kind, locale)
    return {
      key: `paper-${n}`,
      term: t('inbox.papers.paper', { n }),
      value: view.papers.includes(n) ? (
        <a href={`/api/v1/inbox/${view.id}/papers/${n}`}>
          {t('inbox.papers.open', { what, ...paperWords({ format, size }, { t, locale }) })}
        </a>
      ) : (
        t('inbox.papers.gone', { what })
      ),
    }
  })
}
