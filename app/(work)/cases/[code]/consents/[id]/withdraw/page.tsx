import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { withdrawForm } from '@/lib/casework/endings/withdraw-consent'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { OFFERED_WITHDRAW_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { prepareWithdrawal } from '@/lib/desks/case-file/prepare-withdrawal'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Everything that will stop is on the page before the button. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'consent.withdraw', roles: caseworkerRoles }, (reading) =>
    prepareWithdrawal(reading, where, query),
  )
  const { t, locale, view } = page
  const partner = view.partner ? partnerName(view.partner, locale) : ''
  const back = `/cases/${view.code}/consents`
  const wrong = view.draft?.errors.withdrawReason
  const title = t('referrals.withdraw-page.title')
  const effect = (one: (typeof view.effects)[number]) =>
    t(`referrals.withdraw-page.${one.effect === 'stops' && !one.sent ? 'stops-unsent' : one.effect}`, {
      partner,
    })
  return (
    <WorkPage keeps page={page} title={`${title} – ${view.code}`} under="/cases">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/cases/${view.code}`, label: <Code>{view.code}</Code> }]}
          here={[wordingOf(t, `consents.purpose.${view.purpose}`, view.purpose), partner]
            .filter(Boolean)
            .join(', ')}
        />
        <DraftNotice form={withdrawForm} draft={view.draft} t={t} locale={locale} />
        <div>
          <h1>{title}</h1>
          <p className="lead">{t('referrals.withdraw-page.lead')}</p>
        </div>
        {view.offered && <p>{t('transfers.off.before', { to: partner })}</p>}
        {view.effects.length === 0 ? (
          view.purpose !== 'TRANSFER' && <p>{t('referrals.withdraw-page.none')}</p>
        ) : (
          <CheckList
            items={view.effects.map((one) => ({
              mark: one.effect === 'nothing' ? 'none' : 'no',
              text: (
                <>
                  <Code>{referralCode(one.id)}</Code> {label('service_type', one.service, locale)}
                </>
              ),
              detail: effect(one),
            }))}
          />
        )}
        <Note tone="soon" icon="warn">
          {view.partner && view.purpose !== 'TRANSFER' && <>{t('referrals.withdraw-page.known')} </>}
          {t('referrals.withdraw-page.for-good')}
        </Note>
        <PostForm
          main
          action={`/api/v1/consents/${view.id}/withdraw`}
          fields={{ ...hidden(view.version), code: view.code }}
        >
          <RadioGroup
            name="withdrawReason"
            label={t('referrals.withdrawReason.label')}
            value={view.draft?.values.withdrawReason?.toString() ?? 'NOT_SAID'}
            error={wrong && errorText(t, 'referrals', 'withdrawReason', wrong)}
            options={OFFERED_WITHDRAW_REASONS.map((value) => ({
              value,
              label: t(`referrals.reason.withdraw-consent.${value}`),
            }))}
          />
          <div className="field row">
            <Button>{t('referrals.withdraw-page.button')}</Button>
            <ButtonLink calm href={back}>
              {t('referrals.withdraw-page.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
