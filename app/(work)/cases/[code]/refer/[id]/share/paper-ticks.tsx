import { sizeWords } from '@/app/_frame/size-words'
import { ShareTicks } from '@/app/_ui/share-ticks'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { MOST_PAPERS } from '@/lib/casework/referrals/sharing/papers'
import type { OfferedPaper } from '@/lib/casework/referrals/sharing/preview-queries'
import type { ShareView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ShareView }

/** Documents of the case, each ticked by itself. Nothing where none may go, or the person keeps their papers here. */
export function PaperTicks({ page, view }: Props) {
  const { t, locale } = page
  const { offered } = view.preview
  const barred = view.table.some(({ fact, rule }) => fact === 'papers' && rule.rule === 'never')
  if (offered.length === 0 || barred) return null
  const ticked = (paper: OfferedPaper) => view.shown.papers?.includes(paper.id) ?? false
  const error = view.draft?.errors.papers
  return (
    <ShareTicks
      name="papers"
      icon="lock"
      title={t('referrals.papers.title')}
      hint={t('referrals.papers.hint', { partner: partnerName(view.partner, locale), count: MOST_PAPERS })}
      error={error === undefined ? undefined : t('referrals.papers.too-many', { count: MOST_PAPERS })}
      facts={offered.map((paper) => ({
        value: paper.id,
        label: label('document_kind', paper.kind, locale),
        detail: t('referrals.papers.detail', {
          day: day(locale, paper.madeOn ?? paper.addedOn),
          size: sizeWords(paper.size, page),
        }),
        checked: ticked(paper),
      }))}
    />
  )
}
