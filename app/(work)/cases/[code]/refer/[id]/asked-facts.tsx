import { Facts } from '@/app/_ui/facts'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { FACT_KEYS, type FactKey, factsOfStage } from '@/lib/casework/consents/facts'
import { factValue } from '@/lib/casework/referrals/sharing/fact-values'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView; base: string }

/** The request, each line with its way to change it. */
export function AskedFacts({ page, view, base }: Props) {
  const { t, locale } = page
  const { draft, entry } = view.preview
  const change = (about: string) => ({ href: `${base}/service`, label: t('forms.change'), about })
  const rows = [
    { term: t('referrals.service.label'), value: label('service_type', view.service, locale) },
    {
      term: t('referrals.entry.short'),
      value: [partnerName(view.partner, locale), entry?.place].filter(Boolean).join(', '),
    },
    { term: t('referrals.priority.label'), value: label('referral_priority', view.priority, locale) },
    { term: t('referrals.reasonText.short'), value: draft.reasonText },
    { term: t('referrals.meetingPlace.label'), value: draft.meetingPlace || t('referrals.wizard.unknown') },
  ]
  return (
    <section>
      <h2>{t('referrals.wizard.request')}</h2>
      <Facts facts={rows.map((row) => ({ ...row, change: change(row.term) }))} />
    </section>
  )
}

/** What leaves, when, what stays, and the consent it rests on. */
export function LeavingFacts({ page, view, base }: Props) {
  const { t, locale } = page
  const { leaving, source, covered, consents } = view.preview
  const names = (facts: readonly FactKey[]) => facts.map((fact) => t(`referrals.fact.${fact}`)).join(', ')
  const of = (stage: 1 | 2) => names(factsOfStage(stage).filter((fact) => leaving.includes(fact)))
  const kept = FACT_KEYS.filter((fact) => !leaving.includes(fact) && factValue(fact, source) !== undefined)
  const row = covered.ok && !view.records ? consents.find(({ id }) => id === covered.consentId) : undefined
  const change = (about: string, page: string) => ({
    href: `${base}/${page}`,
    label: t('forms.change'),
    about,
  })
  const partner = partnerName(view.partner, locale)
  return (
    <section>
      <h2>{t('referrals.wizard.leaves')}</h2>
      <Facts
        facts={[
          { term: t('referrals.stage.1'), value: of(1), change: change(t('referrals.stage.1'), 'share') },
          {
            term: t('referrals.stage.2', { partner }),
            value: of(2) || t('forms.none'),
            change: change(t('referrals.stage.2', { partner }), 'share'),
          },
          { term: t('referrals.wizard.kept-back'), value: <s>{names(kept)}</s> },
          {
            term: t('referrals.wizard.consent.step'),
            value: row
              ? t('referrals.wizard.consent.stands', { day: day(locale, row.givenAt.slice(0, 10)) })
              : t(view.records ? 'referrals.wizard.consent.to-record' : 'referrals.wizard.consent.missing'),
            change: change(t('referrals.wizard.consent.step'), 'consent'),
          },
        ]}
      />
    </section>
  )
}
