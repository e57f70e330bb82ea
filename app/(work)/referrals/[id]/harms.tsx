import { FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { settleHarmForm } from '@/lib/casework/referrals/verbs/forms'
import type { Harm } from '@/lib/desks/referral/harms'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Harm heard in connection with this service: for the team and the supervisors, never for the partner. */
export function Harms({ page, view }: Props) {
  const { t } = page
  if (view.harms.length === 0)
    return view.onTeam && view.sentAt ? (
      <p className="noprint">
        <a href={`/referrals/${view.id}/harm`}>{t('referrals.page.report')}</a>
      </p>
    ) : null
  return (
    <Section title={t('harm.list')} tight>
      {view.harms.map((harm) => (
        <OneHarm key={harm.id} page={page} view={view} harm={harm} />
      ))}
    </Section>
  )
}

function OneHarm({ page: { t, locale }, view, harm }: Props & { harm: Harm }) {
  const help = harm.firstHelp.map((service) => label('service_type', service, locale)).join(', ')
  return (
    <div className="box stack tight">
      <p>
        <b>{wordingOf(t, `harm.kind.${harm.kind}`, harm.kind)}</b>
      </p>
      <p className="meta">{t('harm.reported', { at: moment(locale, harm.reportedAt), name: harm.name })}</p>
      {harm.words && <p dir="auto">{harm.words}</p>}
      {help && !harm.handledAt && <p>{t('harm.first-help', { what: help })}</p>}
      {harm.handledAt ? (
        <p>
          {t('harm.handled', {
            at: moment(locale, harm.handledAt),
            action: wordingOf(t, `harm.action.${harm.action}`, ''),
          })}
        </p>
      ) : (
        harm.dueAt && <p className="meta">{t('harm.waiting', { at: moment(locale, harm.dueAt) })}</p>
      )}
      {view.maySettle && !harm.handledAt && (
        <PostForm
          action={`/api/v1/referrals/${view.id}/settle-harm`}
          fields={{ ...hidden(view.version), report: harm.id }}
        >
          <FormFields form={settleHarmForm} draft={undefined} t={t} locale={locale} />
          <div className="row">
            <Button calm>{t('harm.settle')}</Button>
          </div>
        </PostForm>
      )}
    </div>
  )
}
