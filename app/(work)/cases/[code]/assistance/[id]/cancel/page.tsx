import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { cancelForm } from '@/lib/casework/assistance/form'
import { prepareLine } from '@/lib/desks/case-file/prepare-assistance'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../../case-frame'
import { counted, whomWords } from '../../line-words'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** There was no such help: which line, what follows, why. */
export default async function CancelAssistancePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.cancel', roles: caseworkerRoles }, (reading) =>
    prepareLine(reading, where, { query, verb: 'assistance.cancel' }),
  )
  const { t, locale, view } = page
  const { head, line, draft } = view
  const common = { form: cancelForm, draft, t, locale }
  const here = `/cases/${where.code}/assistance`
  return (
    <CaseFrame keeps head={head} page={page} title={t('assistance.cancel.title')}>
      <Narrow>
        <DraftNotice {...common} />
        <div>
          <h2>{t('assistance.cancel.title')}</h2>
          <p className="lead">{t('assistance.cancel.lead')}</p>
        </div>
        <Facts
          box
          facts={[
            { term: label('service_type', line.service, locale), value: counted(line, page) },
            { term: t('assistance.list.whom'), value: whomWords(line, head.people, page) },
            { term: t('assistance.list.when'), value: day(locale, line.givenOn) },
          ]}
        />
        <PostForm main action={`/api/v1/cases/${where.code}/assistance/${line.id}/cancel`} fields={hidden()}>
          <FormField name="cancelReason" {...common} />
          <div className="field row">
            <Button>{t('assistance.cancel.button')}</Button>
            <ButtonLink calm href={here}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
