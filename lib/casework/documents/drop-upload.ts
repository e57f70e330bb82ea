import { onCase } from '@/lib/casework/cases/on-case'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { dropUploadForm } from './form'
import { uploadInReach } from './queries'
import { dropUpload } from './uploads'

/** Whoever began to send a file does not send it after all: it goes with its sealed pieces, at once. */
export const dropBegunUpload = verb({
  ...onCase,
  name: 'document.drop-upload',
  form: dropUploadForm,
  page: ({ code }) => `/cases/${code}/documents`,
  scope: (ctx, { code }, { upload }) => uploadInReach(ctx, code, upload),
  // What is on its way is its sender's alone, whatever became of the case.
  policy: () => allowed,
  apply: async (ctx, { record, upload }) => {
    await dropUpload(ctx, upload)
    return { location: `/cases/${record.code}/documents?done=upload-dropped` }
  },
})
