import type { CodeOf } from '@/lib/base/codes/lists'
import type { Moment } from './records'

/** What was put right in a told case: the quantity that was written first, what was learnt since, a paper that was of somebody else. */
export type PutRight = {
  /** The first symbols of the case. */
  of: string
  help: { service: string; wrote: number }
  added: string
  document: CodeOf<'document_kind'>
  on: Moment
}

export const PUT_RIGHT: readonly PutRight[] = [
  {
    of: 'MLP-5VE6',
    help: { service: 'NFI_HYG', wrote: 2 },
    added: 'Précision : le centre de santé a confirmé la date par téléphone le lendemain.',
    document: 'MEDICAL',
    on: '2014-06-26T10:15:00Z',
  },
  {
    of: 'MLP-3XB9',
    help: { service: 'NFI_KIT', wrote: 3 },
    added: 'Précision : sa sœur était présente à la fin de la visite.',
    document: 'RECEIPT',
    on: '2014-06-25T09:30:00Z',
  },
]

/** Two psychologists follow one case: the author asked that the sealed notes be opened, and supervision has not answered yet. */
export const WAITS_TO_OPEN = {
  of: 'MLP-4FZ7',
  colleague: 'Mahamane Arby',
  joined: '2014-06-26T09:00:00Z',
  asked: '2014-06-29T15:20:00Z',
} as const
