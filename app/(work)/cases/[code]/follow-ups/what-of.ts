import { label } from '@/lib/base/codes/codes'
import type { Framed } from '../case-frame'

/** What an appointment is, as far as this reader may know. */
export const whatOf = (
  { kind, neutral }: { kind: string | null; neutral: boolean },
  { t, locale }: Pick<Framed, 't' | 'locale'>,
): string => (neutral || kind === null ? t('appointments.neutral') : label('appointment_kind', kind, locale))
