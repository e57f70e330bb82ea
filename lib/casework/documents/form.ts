import { z } from 'zod'
import { carried, choice, code, day, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid, uuid } from '@/lib/base/forms/uuid'
import { maybeCode } from '@/lib/casework/people/form'

/** A file that names its case's person belongs to the work; what is older than a life is a slip of the pen. */
const OLDEST = '1900-01-01'

/**
 * A document: its file (which came before, or comes with the form), what it is, who opens it, of which day, whether the person agreed to be
 * pictured, and where the paper itself lies if we keep it.
 */
export const documentForm = form({
  noun: 'documents',
  fields: {
    /** Whether one came with the form: said by whoever read the form, whatever a sender writes here. */
    file: carried(z.string().optional()),
    kind: code('document_kind'),
    agreed: tick(),
    reader: choice(['TEAM', 'OWN', 'LEAD']),
    madeOn: day({ optional: true, notBefore: OLDEST, notAfter: 'today', lean: 'past' }),
    original: maybeCode('original_place'),
    upload: carried(maybeUuid()),
    replaces: carried(maybeUuid()),
  },
  check: ({ kind, agreed, upload, file }) => ({
    ...(kind === 'PHOTO' && !agreed && { agreed: 'photo-needs-yes' }),
    ...(upload === '' && !file && { file: 'required' }),
  }),
})

/** What a script says of a file before it sends the pieces. */
export const beginUploadForm = form({
  noun: 'documents',
  fields: {
    name: carried(z.string({ error: 'required' }).max(255)),
    type: carried(z.string().max(60).default('')),
    size: carried(z.coerce.number({ error: 'required' }).int().min(1, 'empty').max(10_000_000, 'too-large')),
    /** SHA-256 of the whole, in hex. */
    sum: carried(z.string({ error: 'required' }).regex(/^[0-9a-f]{64}$/, 'required')),
  },
})

/** A file that was begun is not sent after all. */
export const dropUploadForm = form({ noun: 'documents', fields: { upload: carried(uuid()) } })

/** Withdrawing: why. Replacing has a page of its own. */
export const withdrawDocumentForm = form({
  noun: 'documents',
  fields: {
    why: code('document_withdrawal', {
      as: 'radio',
      among: ['WRONG_CASE', 'WRONG_DOCUMENT', 'UNREADABLE', 'TWICE', 'NOT_WANTED'],
    }),
    document: carried(uuid()),
  },
})

/** The paper itself goes back: to whom. */
export const giveBackForm = form({
  noun: 'documents',
  fields: { givenTo: code('original_given_to', { as: 'radio' }), document: carried(uuid()) },
})

/** What an agency sent is kept as what it is. */
export const keepReceivedForm = form({
  noun: 'documents',
  fields: {
    keptKind: code('document_kind', { among: ['IDENTITY', 'CIVIL', 'MEDICAL', 'COURT', 'TRACING', 'OTHER'] }),
    document: carried(uuid()),
  },
})
