import { Fragment } from 'react'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { Empty } from '@/app/_ui/empty'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { tickFor } from '@/lib/casework/referrals/verbs/approve-together'
import { viewTogether } from '@/lib/desks/queue/view-together'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { goneWords, leavingWords } from '../panel-words'

/** Referrals of low risk to one agency for one service: each is read and ticked, and one press lets the ticked ones go. */
export default async function TogetherPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'queue.together', roles: ['SUPERVISOR'] }, (reading) =>
    viewTogether(reading, query),
  )
  const { t, locale, view } = page
  const partner = partnerName(view.partner, locale)
  const title = t('queue.together.title')
  return (
    <WorkPage page={page} title={title} under="/queue">
      <Crumb
        label={t('frame.crumb')}
        links={[{ href: '/queue?kind=approve', label: t('queue.title') }]}
        here={title}
      />
      <Head title={title} lead={`${partner} · ${label('service_type', view.service, locale)}`} />
      <Narrow>
        {view.rows.length === 0 ? (
          <Empty
            title={t('queue.together.none')}
            actions={<ButtonLink href="/queue?kind=approve">{t('queue.back')}</ButtonLink>}
          >
            {t('queue.together.none-more')}
          </Empty>
        ) : (
          <PostForm
            main
            action="/api/v1/queue/together"
            fields={{ ...hidden(), partner: view.partner, service: view.service }}
          >
            <CheckboxGroup
              name="ticks"
              label={t('queue.together.which')}
              hint={t('queue.together.which-more')}
              one
              error={one(query, 'none') ? t('queue.together.required') : undefined}
              options={view.rows.map((row) => {
                const { atOnce, after } = leavingWords(row, page, row.need)
                return {
                  value: tickFor(row),
                  label: (
                    <>
                      <Code>{row.code}</Code> · <bdi>{row.author}</bdi>
                    </>
                  ),
                  hint: [
                    row.need,
                    atOnce && t('queue.leaves.at-once', { facts: atOnce }),
                    after && t('queue.leaves.after', { partner, facts: after }),
                    goneWords(row.gone, page),
                  ].map(
                    (line) =>
                      line && (
                        <Fragment key={line}>
                          {line}
                          <br />
                        </Fragment>
                      ),
                  ),
                }
              })}
            />
            <div className="field row">
              <Button>{t('queue.together.button')}</Button>
              <ButtonLink calm href="/queue?kind=approve">
                {t('queue.back')}
              </ButtonLink>
            </div>
            <p className="meta">{t('queue.together.how')}</p>
          </PostForm>
        )}
      </Narrow>
    </WorkPage>
  )
}
