import { ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { Columns, Section, Stack } from '@/app/_ui/layout'
import { Table } from '@/app/_ui/table'
import { Tiles } from '@/app/_ui/tiles'
import { wordingOf } from '@/lib/i18n/translate'
import type { AdminDay } from '@/lib/work/other-days'
import { type Framed, greeting, today } from './framed'

/** The administrator's day: counts of what they keep. No case, no referral. */
export function AdminHome({ day: { counts, jobs }, page }: { day: AdminDay; page: Framed }) {
  const { t } = page
  const tiles = (['users', 'offices', 'partners', 'entries'] as const).map((name) => ({
    count: counts?.[name] ?? 0,
    label: t(`work.admin.${name}`),
  }))
  const roles = (counts?.roles ?? []).map(({ role, count }) => ({
    key: role,
    cells: [wordingOf(t, `session.role.${role}`, role), count],
  }))
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${t('work.admin.lead')}`}
        actions={
          <>
            <ButtonLink href="/directory">{t('work.admin.open-directory')}</ButtonLink>
            <ButtonLink href="/outbox" calm>
              {t('work.admin.outbox')}
            </ButtonLink>
          </>
        }
      />
      <Tiles tiles={tiles} />
      <Columns>
        <Table
          title={{ id: 'roles', text: t('work.admin.roles') }}
          columns={[{ label: t('work.admin.role') }, { label: t('work.admin.count'), num: true }]}
          rows={roles}
        />
        <Stack>
          <Section title={t('work.admin.directory')} tight>
            <Facts
              numbers
              facts={(['agreements', 'paused', 'stale'] as const).map((name) => ({
                key: name,
                term: t(`work.admin.${name}`),
                value: counts?.[name] ?? 0,
              }))}
            />
          </Section>
          <Section title={t('work.admin.jobs')} tight>
            <Facts
              numbers
              facts={[
                { key: 'waiting', term: t('work.admin.waiting'), value: jobs?.waiting ?? 0 },
                { key: 'late', term: t('work.admin.late'), value: jobs?.late ?? 0 },
                { key: 'done', term: t('work.admin.done'), value: jobs?.done_today ?? 0 },
              ]}
            />
          </Section>
        </Stack>
      </Columns>
    </>
  )
}
