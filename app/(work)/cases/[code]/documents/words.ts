import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { DocumentLine } from '@/lib/casework/documents/queries'
import type { Framed } from '../case-frame'

/** What it is: the code of its kind, never a name of the phone's. */
export const kindWords = ({ kind }: Pick<DocumentLine, 'kind'>, { locale }: Framed): string =>
  label('document_kind', kind, locale)

export const readerWords = ({ reader }: Pick<DocumentLine, 'reader'>, { t }: Framed): string =>
  wordingOf(t, `documents.reader.${reader}`, reader)
