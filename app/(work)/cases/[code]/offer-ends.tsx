import { Note } from '@/app/_ui/note'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Framed } from './case-frame'

/** Beside an act with which a case is offered to nobody any more. */
export const OfferEnds = ({ head, page: { t } }: { head: CaseHead; page: Framed }) =>
  head.offered ? (
    <Note tone="soon" icon="warn">
      {t('transfers.ends-with-this')}
    </Note>
  ) : null
