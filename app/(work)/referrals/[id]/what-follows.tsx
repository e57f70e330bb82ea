import { Section } from '@/app/_ui/layout'
import { NextList } from '@/app/_ui/next-list'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { nextOf } from '@/lib/desks/referral/next-of'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** What to do now, after a "no", an absence, a refusal, or once a day is set; and who reads what. */
export function WhatFollows({ page, view }: Props) {
  const { t, locale } = page
  const partner = partnerName(view.partner, locale)
  const { step, things } = nextOf(view)
  return (
    <>
      {view.untold && (
        <Note tone="soon">
          {t('referrals.page.untold', {
            partner,
            reason: wordingOf(t, `referrals.untold.${view.untold}`, '').toLowerCase(),
          })}
        </Note>
      )}
      {view.asked?.wanted && (
        <p>
          {t('referrals.page.wants', { what: wordingOf(t, `referrals.wanted.${view.asked.wanted}`, '') })}
        </p>
      )}
      {view.follow && (
        <p>
          {t('referrals.page.follow', { what: wordingOf(t, `referrals.follow.${view.follow}`, view.follow) })}
        </p>
      )}
      {(things.length > 0 || step) && (
        <Section title={t('referrals.page.next.title')} tight>
          {step && (
            <p>
              <b>{t('referrals.page.next.step')}</b> · {wordingOf(t, step, '')}
            </p>
          )}
          <NextList
            items={things.map(({ word, href, values }) => ({
              title: t(`referrals.page.next.${word}`, { partner, ...values(locale) }),
              meta: t(`referrals.page.next.${word}.more`, { partner, ...values(locale) }),
              action: { href, label: t(`referrals.page.next.${word}.button`) },
            }))}
          />
        </Section>
      )}
      {view.state === 'CONTESTED' && <WhoReads page={page} view={view} />}
    </>
  )
}

function WhoReads({ page: { t, locale }, view }: Props) {
  const rows = [
    [t('referrals.page.reads.team'), t('referrals.page.reads.team.what')],
    [
      partnerName(view.partner, locale),
      t(view.untold ? 'referrals.page.reads.partner.untold' : 'referrals.page.reads.partner.what'),
    ],
    [t('referrals.page.reads.supervision'), t('referrals.page.reads.supervision.what')],
    [t('referrals.page.reads.statistics'), t('referrals.page.reads.statistics.what')],
  ]
  return (
    <Table
      title={{ id: 'reads', text: t('referrals.page.reads.title') }}
      columns={[{ label: t('referrals.page.reads.who') }, { label: t('referrals.page.reads.what') }]}
      rows={rows.map((cells) => ({ key: cells[0] ?? '', cells }))}
      narrow="cards"
    />
  )
}
