import { ButtonLink } from '@/app/_ui/button'
import { Head } from '@/app/_ui/head'
import { Columns, Stack } from '@/app/_ui/layout'
import { type Row as Line, Table } from '@/app/_ui/table'
import { Tiles } from '@/app/_ui/tiles'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import type { AdminDay } from '@/lib/desks/work/other-days'
import { type Framed, greeting, today } from './framed'

/** The administrator's day: counts of what they keep. No case, no referral. */
export function AdminHome({ day: { counts, jobs, dead }, page }: { day: AdminDay; page: Framed }) {
  const { t } = page
  const tiles = (['users', 'offices', 'partners', 'entries'] as const).map((name) => ({
    count: counts?.[name] ?? 0,
    label: t(`work.admin.${name}`, { count: counts?.[name] ?? 0 }),
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
        <CountTable id="roles" title={t('work.admin.roles')} heads={['role', 'count']} rows={roles} t={t} />
        <Stack>
          <CountTable
            id="directory"
            title={t('work.admin.directory')}
            heads={['what', 'number']}
            rows={[
              {
                key: 'toVerify',
                cells: [<ToVerify key="which" count={counts?.toVerify ?? 0} t={t} />, counts?.toVerify ?? 0],
              },
              ...(['agreements', 'paused', 'full'] as const).map((name) => ({
                key: name,
                cells: [t(`work.admin.${name}`), counts?.[name] ?? 0],
              })),
            ]}
            t={t}
          />
          <CountTable
            id="jobs"
            title={t('work.admin.jobs')}
            heads={['what', 'number']}
            rows={[
              { key: 'dead', cells: [<DeadLetters key="dead" count={dead} t={t} />, dead] },
              { key: 'waiting', cells: [t('work.admin.waiting'), jobs?.waiting ?? 0] },
              { key: 'messages', cells: [t('work.admin.messages'), jobs?.messages ?? 0] },
              ...(jobs?.refused
                ? [
                    {
                      key: 'refused',
                      cells: [
                        <a key="refused" href="/outbox">
                          {t('work.admin.refused')}
                        </a>,
                        jobs.refused,
                      ],
                    },
                  ]
                : []),
              { key: 'late', cells: [t('work.admin.late'), jobs?.late ?? 0] },
              { key: 'done', cells: [t('work.admin.done'), jobs?.done_today ?? 0] },
            ]}
            t={t}
          />
        </Stack>
      </Columns>
    </>
  )
}

/** What was given up waits for the administrator: the words lead there as long as there is something. */
function DeadLetters({ count, t }: { count: number; t: Translate }) {
  return count > 0 ? <a href="/outbox#failed">{t('work.admin.dead')}</a> : t('work.admin.dead')
}

/** Leads to exactly those entries, as long as there are some. */
function ToVerify({ count, t }: { count: number; t: Translate }) {
  const words = t('work.admin.to-verify')
  return count > 0 ? <a href="/directory?check=1">{words}</a> : words
}

type Heading = 'role' | 'count' | 'what' | 'number'
type CountTableProps = {
  id: string
  title: string
  heads: readonly [Heading, Heading]
  rows: Line[]
  t: Translate
}

function CountTable({ id, title, heads: [what, count], rows, t }: CountTableProps) {
  const columns = [{ label: t(`work.admin.${what}`) }, { label: t(`work.admin.${count}`), num: true }]
  return <Table title={{ id, text: title }} columns={columns} rows={rows} />
}
