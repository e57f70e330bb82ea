import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { moment } from '@/lib/base/i18n/dates'
import type { Elsewhere } from '@/lib/casework/likeness/pairs'
import { mayDecide, mayUndo, standingOf } from '@/lib/casework/likeness/standing'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import type { Framed } from '../case-frame'
import { FirstWord, Says } from './answer'

type Props = { code: string; version: number; one: Elsewhere; draft: FoundDraft | undefined; page: Framed }

/** A question about a file that nobody here may open: where it lies, whom to call, and this side's word. */
export function ElsewhereAsked({ code, version, one, draft, page }: Props) {
  const { t, locale, actor } = page
  const words = { office: one.office, who: one.talkTo ?? t('same.elsewhere.nobody') }
  const standing = standingOf(one)
  const place = `/api/v1/cases/${code}/same/${one.id}`
  const key =
    standing === 'asked'
      ? one.pointsAway
        ? 'asked'
        : 'waits'
      : standing === 'merged' || standing === 'undo-asked'
        ? 'merged'
        : 'found'
  return (
    <Section title={t('same.elsewhere.title')} tight>
      <p>{t(`same.elsewhere.${key}`, words)}</p>
      {key === 'found' && <FirstWord code={code} pair={one.id} draft={draft} page={page} />}
      {key === 'asked' && mayDecide(actor, one).allowed && (
        <Says action={`${place}/decide`} version={version} page={page} />
      )}
      {key === 'merged' && one.pointsAway && one.undoUntil && (
        <>
          <p className="meta">{t('same.undo.until', { at: moment(locale, one.undoUntil) })}</p>
          {mayUndo(actor, one).allowed && (
            <PostForm action={`${place}/undo`} fields={hidden(version)} layout="row">
              <Button calm>{t(standing === 'undo-asked' ? 'same.undo.do' : 'same.undo.ask')}</Button>
            </PostForm>
          )}
        </>
      )}
    </Section>
  )
}
