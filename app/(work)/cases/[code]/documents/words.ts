import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import type { DocumentLine } from '@/lib/casework/documents/queries'
import type { Framed } from '../case-frame'

/** Bytes as people read them: 118 ko, 2,4 Mo. */
export function sizeWords(bytes: number, { t, locale }: { t: Translate; locale: Locale }): string {
  const [key, divisor, digits] =
    bytes < 1_000_000
      ? (['documents.size.kb', 1000, 0] as const)
      : (['documents.size.mb', 1_000_000, 1] as const)
  const count = Math.max(bytes / divisor, 1).toLocaleString(locale, { maximumFractionDigits: digits })
  return t(key, { count })
}

/** What it is: the code of its kind, never a name of the phone's. */
export const kindWords = ({ kind }: Pick<DocumentLine, 'kind'>, { locale }: Framed): string =>
  label('document_kind', kind, locale)

export const readerWords = ({ reader }: Pick<DocumentLine, 'reader'>, { t }: Framed): string =>
  wordingOf(t, `documents.reader.${reader}`, reader)
