import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Head } from '@/app/_ui/head'
import { staffRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

/** After a report: what happens, and the way back to work. */
export default async function SentPage() {
  const page = await read({ action: 'help.read', roles: staffRoles, silent: true }, async () => ({
    view: {},
    subject: { type: 'page', id: 'help' },
  }))
  const { t } = page
  return (
    <WorkPage page={page} title={t('psea.sent.title')} under="/help">
      <Head title={t('psea.sent.title')} lead={t('psea.sent.lead')} />
      <p>
        <ButtonLink href="/work">{t('psea.sent.back')}</ButtonLink>
      </p>
    </WorkPage>
  )
}
