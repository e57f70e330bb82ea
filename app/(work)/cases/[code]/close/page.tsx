import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { prepareClose } from '@/lib/desks/case-file/prepare-ending'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

/** A supervisor ends a file that somebody else asked to end, with what still holds it back in sight. */
export default async function CloseCasePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = await read({ action: 'case.close', roles: ['SUPERVISOR'] }, (reading) =>
    prepareClose(reading, code),
  )
  const { t, locale, view } = page
  const { record } = view.head.reach
  const blocked = view.blockers.length > 0
  return (
    <CaseFrame head={view.head} page={page} title={t('cases.close.title')}>
      <Narrow>
        <div>
          <h2>{t('cases.close.title')}</h2>
          <p className="lead">
            {isWithdrawn(record)
              ? t('cases.close.withdrawn')
              : t('cases.close.lead', {
                  reason: record.closureReason ? label('closure_reason', record.closureReason, locale) : '–',
                })}
          </p>
        </div>
        {blocked && (
          <>
            <Note tone="soon" icon="warn">
              {t('cases.close.blocked', { count: view.blockers.length })}
            </Note>
            <CheckList
              items={view.blockers.map(({ id, service, partner, state }) => ({
                mark: 'no' as const,
                text: (
                  <a href={`/referrals/${id}`}>
                    {partnerName(partner, locale)}, {label('service_type', service, locale)}
                  </a>
                ),
                detail: wordingOf(t, `referrals.state.${state}`, state),
              }))}
            />
          </>
        )}
        {!blocked && (
          <PostForm action={`/api/v1/cases/${code}/close`} fields={hidden(record.version)}>
            <div className="field row">
              <Button>{t('cases.close.button')}</Button>
              <ButtonLink calm href={`/cases/${code}`}>
                {t('forms.back')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
      </Narrow>
    </CaseFrame>
  )
}
