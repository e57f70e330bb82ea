import { Code } from '@/app/_ui/code'
import { Pages } from '@/app/_ui/pages'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { OPENED, type OpenedLoop } from '@/lib/desks/statistics/loop'
import { codeName, hrefOf, type LoopPage } from './address'

/** The referrals behind one number: their codes and where they stand. */
export function OpenedReferrals({ page, opened }: { page: LoopPage; opened: OpenedLoop }) {
  const { t, locale, view } = page
  const { of, code, reason, from } = opened
  const codes = view.codes ?? []
  const at = { of, ...(code !== undefined && { code }), ...(reason && { reason }) }
  const what = [
    t(`loop.${of}`),
    code !== undefined && codeName(page, view.by, code),
    reason && label('referral_decline_reason', reason, locale),
  ].filter(Boolean)
  return (
    <>
      <p>
        <a href={hrefOf(view, {})}>{t('loop.back')}</a>
      </p>
      <Table
        title={{ id: 'opened', text: what.join(' · ') }}
        columns={[{ label: t('loop.referral') }, { label: t('loop.stands') }]}
        rows={codes.map(({ id, state }) => ({
          key: id,
          cells: [
            <a key={id} href={`/referrals/${id}`}>
              <Code>{referralCode(id)}</Code>
            </a>,
            wordingOf(t, `referrals.state.${state}`, state),
          ],
        }))}
      />
      {(view.more || from > 0) && (
        <Pages
          label={t('loop.pages')}
          range={t('loop.shown', { from: from + 1, to: from + codes.length })}
          previous={from > 0 ? { href: hrefOf(view, at), label: t('frame.first-page') } : undefined}
          next={
            view.more
              ? { href: hrefOf(view, { ...at, from: from + OPENED }), label: t('loop.next') }
              : undefined
          }
        />
      )}
    </>
  )
}
