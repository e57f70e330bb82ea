import { FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { sizeWords } from '@/app/_frame/size-words'
import { Button } from '@/app/_ui/button'
import { FileField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { errorText } from '@/lib/base/i18n/problem-words'
import { documentForm } from '@/lib/casework/documents/form'
import type { Unfinished } from '@/lib/casework/documents/queries'
import type { Draft } from '@/lib/platform/gate/drafts'
import { manifest } from '@/lib/platform/http/assets'
import type { Framed } from '../case-frame'

const ACCEPT =
  'image/jpeg,image/png,image/webp,application/pdf,.pdf,audio/ogg,audio/mpeg,audio/mp4,audio/amr,audio/wav,.ogg,.opus,.mp3,.m4a,.amr,.wav'

type Props = {
  code: string
  adding: { draft: Draft | undefined; unfinished: readonly Unfinished[]; uploadDays: number }
  /** The document that the new one takes the place of. */
  replaces?: string
  page: Framed
}

/** A file and what it is. Sent whole with scripts off; with scripts on in pieces that go on where a line broke. */
export function AddForm({ code, adding: { draft, unfinished, uploadDays }, replaces, page }: Props) {
  const { t, locale } = page
  const field = (name: string) => (
    <FormField form={documentForm} draft={draft} name={name} t={t} locale={locale} />
  )
  const here = unfinished.find(({ id, size, got }) => id === draft?.values.upload && size === got)
  const error = draft?.errors.file
  const script = manifest().js.upload
  return (
    <>
      {unfinished.map((one) => (
        <Waiting
          key={one.id}
          one={one}
          days={uploadDays}
          chosen={one.id === here?.id}
          code={code}
          page={page}
        />
      ))}
      <PostForm
        main
        withFile
        action={`/api/v1/cases/${code}/documents`}
        fields={{ ...hidden(), upload: here?.id ?? '', replaces }}
        data={{
          'data-pieces': `/api/v1/cases/${code}/documents/uploads`,
          'data-sending': t('documents.new.sending', { percent: '#' }),
          'data-stopped': t('documents.new.stopped', { days: uploadDays }),
          'data-heic': t('documents.file.heic'),
          'data-kb': t('documents.size.kb', { count: '#' }),
        }}
      >
        <FileField
          name="file"
          label={t('documents.file.label')}
          hint={t(here ? 'documents.file.kept' : 'documents.file.hint')}
          error={error === undefined ? undefined : errorText(t, 'documents', 'file', error)}
          accept={ACCEPT}
        />
        {field('kind')}
        {field('agreed')}
        {field('reader')}
        {field('madeOn')}
        {field('original')}
        <p className="row">
          <Button>{t('documents.new.button')}</Button>
        </p>
      </PostForm>
      {script && <script src={script} defer />}
    </>
  )
}

type WaitingProps = { one: Unfinished; days: number; chosen: boolean; code: string; page: Framed }

/** A file that came whole, or half: nothing of it is lost for some days, and whoever sent it may drop it. */
function Waiting({ one, days, chosen, code, page }: WaitingProps) {
  const { t } = page
  const size = sizeWords(one.size, page)
  return (
    <Note tone={chosen ? 'good' : 'soon'} icon={chosen ? 'ok' : undefined}>
      <b>{t(chosen ? 'documents.unfinished.whole' : 'documents.unfinished.title', { size })}.</b>{' '}
      {chosen
        ? t('documents.unfinished.whole-more')
        : t('documents.unfinished.lead', { got: sizeWords(one.got, page), size })}{' '}
      {t('documents.unfinished.kept', { days })}
      <PostForm
        action={`/api/v1/cases/${code}/documents/uploads/drop`}
        fields={{ ...hidden(), upload: one.id }}
        layout="bare"
      >
        <Button calm small>
          {t('documents.unfinished.drop')}
        </Button>
      </PostForm>
    </Note>
  )
}
