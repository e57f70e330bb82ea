import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow, Row } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { prepareLink } from '@/lib/desks/referral/prepare-link'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { LiveLink } from './live-link'

/** The link by which an agency without an account answers: made, handed over, its code read out, ended. */
export default async function LinkOfReferral({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'referral.link', roles: caseRoles }, (reading) =>
    prepareLink(reading, id),
  )
  const { t, locale, view } = page
  const partner = partnerName(view.partner, locale)
  const title = t('links.staff.title', { partner })
  const back = `/referrals/${id}`
  const { link } = view
  return (
    <WorkPage page={page} title={`${title} – ${referralCode(id)}`} under="/referrals">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[
            { href: `/cases/${view.code}`, label: <Code>{view.code}</Code> },
            { href: back, label: <Code>{referralCode(id)}</Code> },
          ]}
          here={`${label('service_type', view.service, locale)}, ${partner}`}
        />
        <div>
          <h1>{title}</h1>
          <p className="lead">{t('links.staff.lead')}</p>
        </div>
        {link && <LiveLink link={link} phone={view.phone} letter={view.letter} page={page} />}
        {!link && view.before && <p>{t('links.staff.before')}</p>}
        <Row>
          <PostForm action={`/api/v1/referrals/${id}/make-link`} fields={hidden()} layout="bare">
            <Button calm={link !== undefined}>{t(link ? 'links.staff.renew' : 'links.staff.make')}</Button>
          </PostForm>
          {link && (
            <PostForm action={`/api/v1/referrals/${id}/end-link`} fields={hidden()} layout="bare">
              <Button calm>{t('links.staff.end')}</Button>
            </PostForm>
          )}
          <ButtonLink calm href={back}>
            {t('forms.back')}
          </ButtonLink>
        </Row>
        {link && <p className="meta">{t('links.staff.renew-more')}</p>}
      </Narrow>
    </WorkPage>
  )
}
