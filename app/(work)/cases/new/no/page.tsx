import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

const help = ['now', 'inform', 'accompany', 'later'] as const

/** After a no: nothing of the person was kept, and this is what we can still do. */
export default async function NoPage() {
  const page = await read({ action: 'case.refused', roles: caseworkerRoles }, async () => ({
    view: {},
    subject: { type: 'form', id: 'case.open' },
  }))
  const { t } = page
  return (
    <WorkPage page={page} title={t('cases.no.title')} under="/cases">
      <Narrow>
        <h1>{t('cases.no.title')}</h1>
        <Note tone="good" icon="ok" live>
          {t('cases.no.kept')}
        </Note>
        <h2>{t('cases.no.help')}</h2>
        <CheckList
          items={help.map((name) => ({
            mark: 'ok',
            text: t(`cases.no.${name}`),
            detail: t(`cases.no.${name}.more`),
          }))}
        />
        <div className="row">
          <ButtonLink href="/work">{t('cases.no.back')}</ButtonLink>
          <ButtonLink calm href="/directory">
            {t('cases.no.directory')}
          </ButtonLink>
        </div>
      </Narrow>
    </WorkPage>
  )
}
