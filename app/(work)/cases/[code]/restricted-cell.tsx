import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import type { VitalCell } from '@/app/_ui/vital'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { mayUndoRestriction, type Restriction } from '@/lib/casework/cases/restriction'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'
import { Names } from './names'

type Props = { file: CaseFile; page: Framed }

/** Why a case is restricted, by whom and when, who sees it, and the way back while there is one. */
export function restrictedCell({ file, page }: Props): VitalCell | null {
  const { t, locale } = page
  const { reach, restriction } = file.head
  if (reach.record.sensitivity !== 'S4') return null
  return {
    key: 'restricted',
    icon: 'lock',
    title: t('cases.vital.restricted'),
    children: (
      <>
        <p>
          {restriction
            ? t('cases.vital.restricted.by', {
                reason: wordingOf(t, `cases.restrictReason.${restriction.reason}`, restriction.reason),
                by: restriction.by,
                at: moment(locale, new Date(restriction.at)),
              })
            : t('cases.vital.restricted.unknown')}
        </p>
        <p>
          {t('cases.vital.restricted.see')} <Names names={file.team.map(({ name }) => name)} />
        </p>
        {restriction && <WayBack restriction={restriction} file={file} page={page} />}
      </>
    ),
  }
}

/** Offered to whoever restricted, until somebody else has opened the case; then who that was. */
function WayBack({ restriction, file, page }: Props & { restriction: Restriction }) {
  const { t, locale, actor } = page
  const { record } = file.head.reach
  if (restriction.byId !== actor.userId) return null
  if (mayUndoRestriction(actor, { record, restriction }).allowed)
    return (
      <PostForm action={`/api/v1/cases/${record.code}/undo-restriction`} fields={hidden()} layout="bare">
        <p>{t('cases.vital.restricted.undo-until')}</p>
        {file.head.offered && <p>{t('transfers.ends-with-this')}</p>}
        <Button calm small>
          {t('cases.vital.restricted.undo')}
        </Button>
      </PostForm>
    )
  const { openedBy, openedAt } = restriction
  if (!openedAt) return null
  return (
    <p>
      {openedBy
        ? t('cases.vital.restricted.opened', { by: openedBy, at: moment(locale, new Date(openedAt)) })
        : t('cases.vital.restricted.stays')}
    </p>
  )
}
