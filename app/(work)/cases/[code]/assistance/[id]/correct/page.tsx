import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { dayText } from '@/lib/base/time/days'
import { correctionForm } from '@/lib/casework/assistance/form'
import { prepareLine } from '@/lib/desks/case-file/prepare-assistance'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../../case-frame'
import { LineFields } from '../../line-fields'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** The line as it stands, to be written as it should have been; or cancelled where there was no such help. */
export default async function CorrectAssistancePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.correct', roles: caseworkerRoles }, (reading) =>
    prepareLine(reading, where, { query, verb: 'assistance.correct' }),
  )
  const { t, locale, view } = page
  const { head, line, draft } = view
  const here = `/cases/${where.code}/assistance`
  const values = {
    givenOn: dayText(line.givenOn),
    service: line.service,
    quantity: String(line.quantity),
    forWhom: line.forWhom ?? undefined,
    members: line.forWhom === 'CHOSEN' ? (line.forPeople ?? undefined) : undefined,
    donor: line.projectId ?? line.donor,
  }
  const common = { form: correctionForm, draft, t, locale }
  return (
    <CaseFrame keeps head={head} page={page} title={t('assistance.correct.title')}>
      <Narrow>
        <DraftNotice {...common} />
        <div>
          <h2>{t('assistance.correct.title')}</h2>
          <p className="lead">{t('assistance.correct.lead')}</p>
        </div>
        <p>
          <a href={`${here}/${line.id}/cancel`}>{t('assistance.correct.cancel')}</a>
        </p>
        <PostForm main action={`/api/v1/cases/${where.code}/assistance/${line.id}/correct`} fields={hidden()}>
          <FormField name="correctReason" {...common} />
          <LineFields view={view} page={page} form={correctionForm} values={values} />
          <div className="field row">
            <Button>{t('assistance.correct.button')}</Button>
            <ButtonLink calm href={here}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
